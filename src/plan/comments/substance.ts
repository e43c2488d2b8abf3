import type { Excerpt, Topic } from "../../minutes/meeting.ts";
import { wordsOf } from "../text/stands-alone.ts";
import type { CommentContent } from "./content.ts";
import { mergeExcerpts } from "./excerpts.ts";

const ADDRESS = /(?:https?:\/\/|www\.)[^\s)\]>]+/gi;
const MENTION = /[\w./-]*#\d+|\bGH-\d+/gi;
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
 * The excerpts of a comment that say something. Minutes often list an issue first, by its name or its address, and speak
 * of it further down; some list it and say nothing.
 */
export function excerptsWithSubstance(content: CommentContent): readonly Excerpt[] {
  return mergeExcerpts(content.references).filter((excerpt) => hasSubstance(excerpt, content));
}

function hasSubstance(excerpt: Excerpt, content: CommentContent): boolean {
  const names = namesFor(excerpt, content);
  const says = (line: string): boolean => names.reduce(without, wordsIn(line)) !== "";
  return excerpt.markdown.split("\n").some(says);
}

/** What the issue, the meeting, who speaks and other topics are called, longest first. */
function namesFor(excerpt: Excerpt, { title, meeting }: CommentContent): readonly string[] {
  const isHeading = /^#{1,6}\s/.test(excerpt.markdown);
  const isElsewhere = ({ line }: Topic): boolean =>
    isHeading || line < excerpt.line || line > excerpt.endLine;
  const topics = meeting.topics.filter(isElsewhere).map((topic) => topic.title);
  const titles = [title, meeting.title ?? "", excerpt.speaker ?? "", ...topics];
  const names = new Set(titles.map(wordsIn).filter((name) => name !== ""));
  return [...names].toSorted((one, other) => other.length - one.length);
}

function without(text: string, name: string): string {
  if (text === name) return "";
  if (name.split(" ").length < LONG_NAME) return text;
  return ` ${text} `.replace(` ${name} `, " ").trim();
}

/** The words of a line that may say something, in lower case. */
function wordsIn(line: string): string {
  const words = wordsOf(line.replace(ADDRESS, " ").replace(MENTION, " ").replace(MARKS, " "));
  return words.filter((word) => !LABELS.has(word)).join(" ");
}
