import { EMPTY, join, type Markdown, md, raw } from "../../plan/media/markdown.ts";
import type { Plan } from "../../plan/plan.ts";

/** More are counted. */
const MAX_SHOWN = 50;

/** The files that could not be read, each with its reason. Empty: all could. */
export function unreadNote({ notices }: Pick<Plan, "notices">): Markdown {
  const unread = notices.filter(({ code }) => code === "unreadable");
  if (unread.length === 0) return EMPTY;
  const lines = unread.slice(0, MAX_SHOWN).map(({ path, message }) => md`- ${path}: ${message}`);
  const more = unread.length > MAX_SHOWN ? [md`- … and ${unread.length - MAX_SHOWN} more.`] : [];
  return md`Left as they were, since they could not be read:\n\n${raw(join([...lines, ...more], "\n"))}`;
}
