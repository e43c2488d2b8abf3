import { EMPTY, join, type Markdown, md, paragraphs, raw } from "../../plan/media/markdown.ts";
import type { Notice, Plan } from "../../plan/plan.ts";

/** More are counted. */
const MAX_SHOWN = 50;

/** The files that could not be read, or hold several meetings, each with its reason. Empty: there are none. */
export function unreadNote({ notices }: Pick<Plan, "notices">): Markdown {
  return paragraphs(
    listed(notices, "unreadable", md`Left as they were, since they could not be read:`),
    listed(notices, "many-meetings", md`Left as they were, since they hold several meetings:`),
  );
}

function listed(notices: readonly Notice[], code: string, lead: Markdown): Markdown {
  const unread = notices.filter((notice) => notice.code === code);
  if (unread.length === 0) return EMPTY;
  const lines = unread.slice(0, MAX_SHOWN).map(({ path, message }) => md`- ${path}: ${message}`);
  const more = unread.length > MAX_SHOWN ? [md`- … and ${unread.length - MAX_SHOWN} more.`] : [];
  return md`${raw(lead)}\n\n${raw(join([...lines, ...more], "\n"))}`;
}
