import type { Block } from "../page.ts";
import { trimEnd, trimStart } from "../../language/text/trim.ts";

/**
 * What is taken off a topic's text to get its title:
 *
 * | habit | example | title |
 * | --- | --- | --- |
 * | a number | `2.1) Parser` | `Parser` |
 * | a time box | `Parser (10 min)`, `[5m] Parser` | `Parser` |
 * | who brings it up, with a time box or tag | `Ada (10 min): Parser`, `[name=Ada] (5m): Parser` | `Parser` |
 * | who speaks | `Ada: I had a look at …` | `Ada` |
 * | a label | `Topic: Parser`, `Agenda item: Parser` | `Parser` |
 * | an address | `https://github.com/octo/app/issues/12` | `octo/app#12` |
 * | attributes of kramdown and pandoc | `Parser {#parser}` | `Parser` |
 */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*[.):]|\(\d{1,2}\)|[a-zA-Z]\))\s+/;
const TIME = new RegExp(
  "[([~]{1,2} ?(?:approx\\.? ?)?(?:timebox:? ?)?\\d{1,3} ?(?:[-–] ?\\d{1,3} ?)?" +
    "(?:m|mins?|minutes?|'|h|hours?)(?: timebox| turned[^()[\\]~]*)?\\.? ?[)\\]]",
  "i",
);
const LEADING_TIME = /^\d{1,3} ?(?:m|mins?|minutes?)\s*[:–-]\s*/i;
const LABEL = /^(?:topic|agenda(?: item| point)?|subtopic|item|subject)\s*:\s*/i;
const MARKS_BEFORE = /[\s*_>•–—:,-]/;
const MARKS_BEHIND = /[\s*_:–—-]/;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;
const ISSUE = /\/([\w-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)/;
const TIMED_SPEECH = /\d ?(?:m|mins?|minutes?)\b|\[name=/i;
const LONGEST_TITLE = 120;

function shorten(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.lastIndexOf(" ", LONGEST_TITLE);
  return `${title.slice(0, cut > 40 ? cut : LONGEST_TITLE)}…`;
}

/** A text with one space in place of each time box and the blanks around it. */
function withoutTimes(text: string): string {
  const parts = text.split(TIME);
  const last = parts.length - 1;
  return parts
    .map((part, at) => (at > 0 ? part.trimStart() : part))
    .map((part, at) => (at < last ? part.trimEnd() : part))
    .join(" ");
}

function tidy(text: string): string {
  const words = withoutTimes(text.replace(/\uFFFC/g, "").replace(ADDRESS, ""))
    .replace(LEADING_TIME, "")
    .replace(NUMBER, "")
    .replace(LABEL, "");
  return trimEnd(trimStart(words, MARKS_BEFORE), MARKS_BEHIND).trim();
}

/** `owner/repo#12`: the title of a heading that is the address of an issue and nothing else. */
function issueIn({ kind, plain }: Block): string {
  const [, repository, number] = ISSUE.exec(plain) ?? [];
  return kind !== "heading" || repository === undefined ? "" : `${repository}#${number}`;
}

/** The title of the topic that a block opens, as plain text; empty where nothing is left. */
export function titleOf(block: Block): string {
  const { plain, speaker, speechStart } = block;
  if (speaker === null || speechStart === 0) return shorten(tidy(plain)) || issueIn(block);
  const speech = tidy(plain.slice(speechStart));
  const isBroughtUp = TIMED_SPEECH.test(plain.slice(0, speechStart + 10)) || block.kind === "heading";
  return speech !== "" && isBroughtUp ? shorten(speech) : speaker;
}
