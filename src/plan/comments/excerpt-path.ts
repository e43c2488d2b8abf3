import type { Excerpt } from "../../minutes/meeting.ts";
import { removeInvisible } from "../quote/characters.ts";
import { cutText } from "../quote/fit.ts";

/** What an excerpt stood under and who spoke, in one line: `status & blockers › Pradyun`. */
export function excerptPath(
  excerpt: Pick<Excerpt, "path" | "speaker" | "markdown" | "line" | "endLine">,
): string {
  const path = excerpt.path
    .map((title) => cutText(removeInvisible(title).trim(), 80))
    .filter((title) => title !== "");
  const { speaker } = excerpt;
  const isNamed =
    speaker === null ||
    path.at(-1)?.toLowerCase().startsWith(speaker.toLowerCase()) === true ||
    excerpt.markdown.replace(/^[\s>*+\-\d.)_[]+/, "").startsWith(speaker);
  const full = isNamed ? path : [...path, removeInvisible(speaker)];
  if (full.length > 0) return full.slice(-4).join(" › ");
  return excerpt.line === excerpt.endLine
    ? `Line ${excerpt.line}`
    : `Lines ${excerpt.line} to ${excerpt.endLine}`;
}
