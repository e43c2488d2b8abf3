import { contentWords } from "./content-words.ts";
import { allPatterns } from "./languages.ts";
import { shorten } from "./text/shorten.ts";
import { titleText } from "./text/title-text.ts";

const MAX_SUBJECT = 80;

/** `InstallationError: …` is what a program says. */
const SPEAKER = /^\p{Lu}[\p{L}\p{N}.&/' -]*$/u;
const PROGRAM = /(?:Error|Exception|Warning)$/;
const LONGEST_SPEAKER = 31;

/** Words by which notes lead to what they are about. */
const LEAD = new RegExp(`^(?:${allPatterns(({ subjects }) => subjects?.leads)}|[,:–-]+)\\s+`, "iu");

const ACTION = new RegExp(`^(?:${allPatterns(({ subjects }) => subjects?.actions)})\\b`, "i");

/** What a line of the minutes is about, short enough for a title. null: nothing that helps. */
export function subjectOf(line: string, owners: readonly string[], enough = 2): string | null {
  const clean = titleText(line.replaceAll(LEADER, ""));
  if (ACTION.test(clean)) return null;
  let rest = withoutSpeaker(clean);
  for (let shorter = rest.replace(LEAD, ""); shorter !== rest; shorter = rest.replace(LEAD, ""))
    rest = shorter;
  const sentence = firstSentence(rest, owners);
  const subject = titleText(balanced(shorten(sentence, MAX_SUBJECT)));
  return contentWords(subject, owners).length >= enough ? subject : null;
}

/** `AB, CD, EF: …`. */
const INITIALS = /^(?:\p{Lu}{2,4}(?:, | and | & |\/)){1,8}\p{Lu}{2,4}: /u;
/** `[AB]` in front, `(5 min)` behind: who leads a topic, and how long it may take. */
const LEADER = /^\[\p{Lu}[^\]]{0,20}\] |\(\d+ ?m(?:in(?:ute)?s?)?\)/gu;

/** A line without who says it. */
export function withoutSpeaker(line: string): string {
  const named = INITIALS.exec(line)?.[0] ?? "";
  if (named !== "") return line.slice(named.length);
  const colon = line.indexOf(":");
  const label = line.slice(0, Math.max(0, colon)).replace(/^Q(?:uestion)? from /, "");
  const isSpeaker = SPEAKER.test(label) && label.length <= LONGEST_SPEAKER && !PROGRAM.test(label);
  return isSpeaker && /\s/.test(line[colon + 1] ?? "") ? line.slice(colon + 1).trimStart() : line;
}

/** Without brackets and quotation marks of which the cut has left one half. */
function balanced(text: string): string {
  const count = (sign: string): number => text.split(sign).length - 1;
  const closed = count("(") > count(")") ? text.slice(0, text.lastIndexOf("(")).trimEnd() : text;
  const quotes = closed.split('"').length % 2 === 0 ? closed.replaceAll('"', "") : closed;
  return count("“") === count("”") ? quotes : quotes.replace(/[“”]/g, "");
}

/** The first sentence that says something. */
function firstSentence(text: string, owners: readonly string[]): string {
  const sentences = text.split(/(?<=[.!?;]) (?=\S)| [–—-] /u);
  return sentences.find((sentence) => contentWords(sentence, owners).length >= 2) ?? text;
}
