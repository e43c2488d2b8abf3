import { withoutReferences } from "../../language/text/trim.ts";
import type { Excerpt, Meeting } from "../../minutes/meeting.ts";
import { wordsOf } from "../../language/content-words.ts";
import type { CommentContent } from "./content.ts";
import { mergeExcerpts } from "./excerpts.ts";
import { isStatement } from "./statement.ts";

const ADDRESS = /(?:https?:\/\/|www\.)[^\s)\]>]+/gi;
const MENTION = /\bGH-\d+/gi;
/** Marks of lists, headings, quotes, emphasis and check boxes; classes of kramdown. */
const MARKS = /^[\s>*+#-]*(?:\d+[.)]\s)?(?:\[[ xX]\])?|[*_`~[\]()<>|]|\{:[^{}]*\}/g;

/** Words that name an address and say nothing. */
const LABELS = new Set(
  `github gh issue issues pr prs pull request requests link links discussion ticket thread tracking url recording video
agenda minutes google doc docs notes meeting topic subtopic item see also ref related the and`.split(/\s+/),
);

/** A name of fewer words is left out only where it is all that a line says. */
const LONG_NAME = 3;

/**
 * The excerpts of a comment that say something. Minutes often list an issue first, by its name or its address, and
 * discuss it further down; some list it and say nothing.
 */
export function excerptsWithSubstance(content: CommentContent): readonly Excerpt[] {
  const excerpts = mergeExcerpts(content.references).filter((excerpt) => hasSubstance(excerpt, content));
  const isTalked = excerpts.some((excerpt) => excerpt.tableHead === null && isStatement(excerpt.markdown));
  return excerpts.filter((excerpt) => !isAgendaRow(excerpt) || !(isTalked || announces(excerpt)));
}

/** `| #12 | Longer screws | Discuss |` wishes for what the meeting may never have come to. */
function announces({ markdown }: Excerpt): boolean {
  return markdown.split("|").some((cell) => WISH.test(cell.replace(MARKS, " ").trim()));
}

/** A longer row says more than what is to be discussed. */
const LONGEST_ROW = 25;

/** A cell of an agenda: what is to be done with the issue at the meeting. */
const WISH =
  /^(?:discuss(?:ion)?|merge|review|close|approve|accept|reject|defer|decide|vote|agenda\+?|fast-track|promote\b.{0,40})(?:[ ,/(&].{0,40})?$/i;

/** `| #12 | Longer screws | Discuss |`, which announces what is said further down. */
function isAgendaRow({ tableHead, markdown }: Excerpt): boolean {
  return tableHead !== null && wordsOf(markdown.replace(MARKS, " ")).length <= LONGEST_ROW;
}

function hasSubstance(excerpt: Excerpt, { title, meeting }: CommentContent): boolean {
  const names = [title, meeting.title ?? "", excerpt.speaker ?? ""]
    .map(wordsIn)
    .filter((name) => name !== "");
  const says = (line: string): boolean => {
    const rest = names.reduce(without, wordsIn(line));
    return rest !== "" && !isTopicElsewhere(rest, excerpt, meeting);
  };
  return excerpt.markdown.split("\n").some(says);
}

/** Whether words are the title of another topic, or of the heading that is all of the excerpt. */
function isTopicElsewhere(words: string, { line, endLine, markdown }: Excerpt, meeting: Meeting): boolean {
  const isHeading = /^#{1,6}\s/.test(markdown);
  const lines = linesByTitle(meeting).get(words) ?? [];
  return lines.some((at) => isHeading || at < line || at > endLine);
}

const known = new WeakMap<Meeting, ReadonlyMap<string, readonly number[]>>();

/** The lines of a meeting's topics by the words of their titles. */
function linesByTitle(meeting: Meeting): ReadonlyMap<string, readonly number[]> {
  const found = known.get(meeting);
  if (found !== undefined) return found;
  const lines = new Map<string, number[]>();
  for (const { title, line } of meeting.topics) {
    const words = wordsIn(title);
    const same = lines.get(words);
    if (same === undefined) lines.set(words, [line]);
    else same.push(line);
  }
  known.set(meeting, lines);
  return lines;
}

function without(text: string, name: string): string {
  if (text === name) return "";
  if (name.split(" ").length < LONG_NAME) return text;
  return ` ${text} `.replace(` ${name} `, " ").trim();
}

/** The words of a line that may say something, in lower case. */
function wordsIn(line: string): string {
  const words = wordsOf(
    withoutReferences(line.replace(ADDRESS, " ")).replace(MENTION, " ").replace(MARKS, " "),
  );
  return words.filter((word) => !LABELS.has(word)).join(" ");
}
