import type { Block, Page } from "../page.ts";
import type { People } from "../people.ts";
import { isNobody } from "../../language/names.ts";
import { blocksBelow } from "../places/parts.ts";
import { HEAD_BRACKET } from "./owner-brackets.ts";

/**
 * A part in which people speak is talk, whatever its title. Names in front say who speaks there, and not whose an
 * action is:
 *
 * | habit | example |
 * | --- | --- |
 * | they ask | `## Next steps` and `- Ada: what does done look like?` |
 * | they tell what is, in whole sentences | `- Ada: we are all tired`, `- [Ada] The question is how lids behave` |
 * | they answer | `- Ada: thanks to all who came`, `- Linus: yes, fine` |
 */
const ANSWERS = new RegExp(
  "^\\W*(?:right|yes|yeah|yep|no|nope|ok|okay|heh|haha|hi|hello|welcome|thanks?|thank you|great|good|" +
    "cool|nice|sorry|sure|agreed?|exactly|well|so|but|and|\\+1|-1|hmm+|oh|please note)(?![\\p{L}'-])",
  "iu",
);
const TELLS = new RegExp(
  "^\\W*(?:(?:i|we|you|they|he|she|it|there|this|that|these|those)" +
    "(?:'re|'s|'m|'ve| (?:are|is|was|were|am|have|has|had|think|thinks?|believe|like|liked|hope|feel|" +
    "felt|know|don't|didn't|can't|could|would|might|may|talked|discussed|ship|shipped|just|also|" +
    "already|still|currently))|(?:i|we|they) \\p{L}{3,20}ed|(?:the|our|my) (?:[\\p{L}-]{1,20} ){1,4}" +
    "(?:is|are|was|were|has|have|seems?|means?|depends?)|(?:what|how|why|who|when|where|which|is|are|" +
    "do|does|did|can|could|should|would) (?:we|you|i|it|the|this|that|there|they|anyone|anybody|" +
    "somebody)) ?(?![\\p{L}])",
  "iu",
);
/** "I will", "we need to": that is taken on. */
const TAKES =
  /^\W*(?:i|we)(?:'ll| will| shall| am going to|'m going to| can| need to| have to| should| plan to)(?!\p{L})/iu;

/** Whether what somebody says is talk and nothing to do. */
function isTalk(said: string): boolean {
  if (TAKES.test(said)) return false;
  return said.trimEnd().endsWith("?") || ANSWERS.test(said) || TELLS.test(said);
}

/** Says which parts of a page are talk, each looked at once. */
export class TalkParts {
  private readonly page: Page;
  private readonly people: People;
  private readonly known = new Map<Block, { readonly items: boolean; readonly lines: boolean }>();

  constructor(page: Page, people: People) {
    this.page = page;
    this.people = people;
  }

  /**
   * Whether people speak among the items, or among the lines that are none, below a heading or label. A name in front
   * of an item is mostly whose it is: there, at least two speak.
   */
  isTalk(by: Block, kind: Block["kind"]): boolean {
    const known = this.known.get(by) ?? this.look(by);
    this.known.set(by, known);
    return kind === "item" ? known.items : known.lines;
  }

  private look(by: Block): { readonly items: boolean; readonly lines: boolean } {
    const blocks = blocksBelow(this.page, by);
    const saidIn = (isItem: boolean) =>
      blocks.filter(({ kind }) => (kind === "item") === isItem).flatMap((block) => this.saidIn(block) ?? []);
    const items = saidIn(true);
    return { items: items.length > 1 && items.some(isTalk), lines: saidIn(false).some(isTalk) };
  }

  /** What somebody says in a block, behind their name: `Ada: …`, `[Ada] …`. null: nobody speaks. */
  private saidIn({ speaker, speechStart, text }: Block): string | null {
    if (speaker !== null && speechStart > 0) return isNobody(speaker) ? null : text.slice(speechStart);
    const bracket = HEAD_BRACKET.exec(text);
    return bracket?.[1] !== undefined && this.people.isKnown(bracket[1])
      ? text.slice(bracket[0].length)
      : null;
  }
}
