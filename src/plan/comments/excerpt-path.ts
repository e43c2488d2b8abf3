import type { Excerpt } from "../../minutes/meeting.ts";
import { removeInvisible } from "../quote/characters.ts";
import { cutText } from "../quote/fit.ts";

/** What an excerpt stood under and who spoke, in one line: `Releases › Mona`; "" where nothing is known. */
export function excerptPath(excerpt: Pick<Excerpt, "path" | "speaker" | "markdown">): string {
  const path = excerpt.path
    .map((title) => cutText(removeInvisible(title).trim(), 80))
    .filter((title) => title !== "");
  const { speaker } = excerpt;
  const isNamed =
    speaker === null ||
    path.at(-1)?.toLowerCase().startsWith(speaker.toLowerCase()) === true ||
    excerpt.markdown.replace(/^[\s>*+\-\d.)_[]+/, "").startsWith(speaker);
  const full = isNamed ? path : [...path, removeInvisible(speaker)];
  return full.slice(-4).join(" › ");
}
