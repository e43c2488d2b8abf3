import type { Context, MilestoneDraft } from "./context.ts";
import { isBare, isPostedInTalk } from "./bare.ts";
import type { About, LineRange, Topic } from "./meeting.ts";
import { firstAt } from "./sorted.ts";
import type { Block } from "./page.ts";

/** Something found, by line. */
interface Found {
  readonly line: number;
  readonly name: string;
  readonly block: Block;
}

/** How far back an address posted into a transcript is what people still talk about, in lines. */
const TALK_LINES = 60;

/** An empty line, and attributes of kramdown with another one. */
const BETWEEN = 3;

/** A finding that is about more than this is about nothing in particular. */
const MOST_NAMES = 200;

/**
 * What a finding is about, first match wins:
 *
 * | habit | example |
 * | --- | --- |
 * | its own words, or what hangs below it | `RESOLVED: merge #12` |
 * | the address last posted into the same topic of a transcript | `Ada: https://…/issues/12` above `Ada: close it` |
 * | the only one that people mentioned in that topic so far | `Ada: let us close #12` above `RESOLVED: close it` |
 * | the titles of the topics that it is in, innermost first | `### Parser #12` |
 * | the line of links right below such a title | `**Link:** https://…/issues/12` |
 */
export class Subjects {
  private readonly references: Found[];
  private readonly milestones: Found[];
  private readonly outcomes: readonly MilestoneDraft[];
  private readonly context: Context;
  private readonly openings = {
    references: new Map<Topic, readonly string[]>(),
    milestones: new Map<Topic, readonly string[]>(),
  };

  constructor(context: Context) {
    this.context = context;
    const byLine = (a: Found, b: Found) => a.line - b.line;
    this.references = context.references
      .filter(({ doubt }) => doubt === null)
      .map(({ line, target, block }) => ({ line, name: target, block }))
      .sort(byLine);
    this.outcomes = context.milestones
      .filter(({ outcome }) => outcome !== null)
      .toSorted((a, b) => a.line - b.line);
    this.milestones = context.milestones
      .map(({ line, title, block }) => ({ line, name: title, block }))
      .sort(byLine);
  }

  /** @param range The finding's own lines, with what hangs below it. */
  about(range: LineRange): About {
    const references = within(this.references, range);
    const milestones = within(this.milestones, range);
    return {
      references: references.length > 0 ? references : this.ofTopics(this.references, range),
      milestones: milestones.length > 0 ? milestones : this.ofTitles(this.milestones, range),
    };
  }

  /** The first mention of a milestone on a finding's lines that says what becomes of something. */
  settled({ line, endLine }: LineRange): MilestoneDraft | undefined {
    const next = this.outcomes[firstAt(this.outcomes, line, (mention) => mention.line)];
    return next !== undefined && next.line <= endLine ? next : undefined;
  }

  private ofTopics(found: readonly Found[], range: LineRange): readonly string[] {
    const posted = this.posted(range.line);
    return posted.length > 0 ? posted : this.ofTitles(found, range);
  }

  private ofTitles(found: readonly Found[], { line }: LineRange): readonly string[] {
    for (let topic = this.context.topicAt(line); topic !== null; topic = this.above(topic)) {
      const inTitle = within(found, { line: topic.line, endLine: topic.line });
      if (inTitle.length > 0) return inTitle;
      const opening = this.opening(found, topic);
      if (opening.length > 0) return opening;
    }
    return [];
  }

  private above(topic: Topic): Topic | null {
    return topic.parent === null ? null : (this.context.topics[topic.parent] ?? null);
  }

  /** Mentions on bare lines right below a topic's title. */
  private opening(found: readonly Found[], topic: Topic): readonly string[] {
    const openings = found === this.references ? this.openings.references : this.openings.milestones;
    const known = openings.get(topic) ?? this.findOpening(found, topic);
    openings.set(topic, known);
    return known;
  }

  private findOpening(found: readonly Found[], topic: Topic): readonly string[] {
    const names: string[] = [];
    let line = topic.line;
    for (let at = lineAt(found, topic.line + 1); at < found.length; at += 1) {
      const one = found[at];
      if (one === undefined || one.line > topic.endLine || one.line > line + BETWEEN || !isBare(one.block))
        break;
      if (names.length === MOST_NAMES) break;
      names.push(one.name);
      line = one.line;
    }
    return [...new Set(names)];
  }

  /** What was last posted, alone on a line that somebody said, in the same topic. */
  private posted(line: number): string[] {
    const topic = this.context.topicAt(line);
    const index = lineAt(this.references, line) - 1;
    const last = this.references[index];
    if (last === undefined || line - last.line > TALK_LINES) return [];
    const isTalk = last.block.kind === "paragraph" && last.block.parent === null;
    const isSaid = isTalk && isPostedInTalk(last.block);
    if (!isSaid || this.context.topicAt(last.line) !== topic) return [];
    const first = topic === null ? 0 : topic.line;
    const isOnly =
      within(this.references, { line: Math.max(first, line - TALK_LINES), endLine: line }).length === 1;
    return isBare(last.block) || isOnly ? [last.name] : [];
  }
}

/** The index of the first that is on a line or behind it. */
const lineAt = (found: readonly Found[], line: number): number => firstAt(found, line, (one) => one.line);

function within(found: readonly Found[], { line, endLine }: LineRange): string[] {
  const names = new Set<string>();
  for (let at = lineAt(found, line); at < found.length; at += 1) {
    const one = found[at];
    if (one === undefined || one.line > endLine) break;
    if (names.size === MOST_NAMES) break;
    names.add(one.name);
  }
  return [...names];
}
