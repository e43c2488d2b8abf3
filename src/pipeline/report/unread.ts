import { hasCode } from "../../messages/reasons.ts";
import { isFileProblem } from "../../messages/reasons/file-problems.ts";
import { EMPTY, join, type Markdown, md, paragraphs, raw } from "../../plan/media/markdown.ts";
import type { Notice, Plan } from "../../plan/plan.ts";

/** More are counted. */
const MAX_SHOWN = 50;

/** The files that could not be read, or contain several meetings, each with its reason. Empty: there are none. */
export function unreadNote({ notices }: Pick<Plan, "notices">): Markdown {
  return paragraphs(
    listed(
      notices.filter(({ code }) => isFileProblem(code)),
      md`These files couldn't be read; their posts stay as they are:`,
    ),
    listed(
      notices.filter((notice) => hasCode(notice, "many-meetings")),
      md`These files contain several meetings; their posts stay as they are:`,
    ),
  );
}

function listed(unread: readonly Notice[], lead: Markdown): Markdown {
  if (unread.length === 0) return EMPTY;
  const lines = unread.slice(0, MAX_SHOWN).map(({ path, text }) => md`- ${path}: ${text}`);
  const more = unread.length > MAX_SHOWN ? [md`- … and ${unread.length - MAX_SHOWN} more.`] : [];
  return md`${raw(lead)}\n\n${raw(join([...lines, ...more], "\n"))}`;
}
