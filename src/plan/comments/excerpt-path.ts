import type { Excerpt, Meeting } from "../../minutes/meeting.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { cutText } from "../../language/text/cut.ts";
import { withoutMeeting } from "../../minutes/meeting-name.ts";

/** What an excerpt was under and who said it, in one line: `Releases › Mona`; "" where nothing is known. */
export function excerptPath(
  excerpt: Pick<Excerpt, "path" | "speaker" | "markdown" | "isLog">,
  meeting: Pick<Meeting, "title" | "path" | "topics" | "name">,
): string {
  const path = withoutMeeting(excerpt.path, meeting)
    .map((title) => cutText(removeInvisible(title).trim(), 80))
    .filter((title) => title !== "");
  const { speaker } = excerpt;
  const isNamed =
    speaker === null ||
    // Each of its lines is quoted with who says it.
    excerpt.isLog === true ||
    path.at(-1)?.toLowerCase().startsWith(speaker.toLowerCase()) === true ||
    excerpt.markdown.replace(/^[\s>*+\-\d.)_[]+/, "").startsWith(speaker);
  const full = isNamed ? path : [...path, removeInvisible(speaker)];
  return full.slice(-4).join(" › ");
}
