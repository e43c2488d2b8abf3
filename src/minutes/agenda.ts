import { allPatterns } from "../language/languages.ts";
import { saysNothing } from "../language/nothing.ts";
import { withoutExtensions } from "./file-name.ts";
import type { Meeting } from "./meeting.ts";
import type { Block, Page } from "./page.ts";

/**
 * Agendas among minutes. Many teams keep both in one folder, and many write their minutes into what was the agenda and
 * keep its name: a file that calls itself an agenda is one as long as nothing in it shows that the meeting took place.
 */

const AGENDA = wordOf(allPatterns(({ documents }) => documents?.agendas));
const RECORD = wordOf(allPatterns(({ documents }) => documents?.records));
/** A heading that the record of what was said comes below. */
const DISCUSSION = /^\W*(?:discussions?|discussed|diskussion|discusión|discussão|議論)\b/iu;

/** Folders that say it: the one that the file is in. */
const NAMES = 2;

/** Whether a file of minutes is an agenda by its title, its name, or its folder, and nothing was filled in. */
export function isAgenda(
  page: Page,
  { title, attendees, decisions }: Pick<Meeting, "title" | "attendees" | "decisions">,
): boolean {
  const names = page.path.split("/").slice(-NAMES).map(withoutExtensions);
  const all = [...names, ownTitle(page, title)];
  if (!all.some((name) => AGENDA.test(name))) return false;
  if (names.at(-1)?.match(RECORD) != null || (title !== null && RECORD.test(title))) return false;
  return attendees.length === 0 && decisions.length === 0 && !page.isLog && !hasRecord(page.blocks);
}

/** The title, unless it is a mere part of the page: `## Agenda` as its first heading. */
function ownTitle({ blocks }: Page, title: string | null): string {
  const headings = blocks.filter(({ kind }) => kind === "heading");
  const [first] = headings;
  const isPart = headings.some((other) => other !== first && other.depth <= (first?.depth ?? 0));
  return title === null || (isPart && title === first?.plain) ? "" : title;
}

/** Whether something is written below a heading for what was said. */
function hasRecord(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind, plain }, index) => {
    if (kind !== "heading" || !(RECORD.test(plain) || DISCUSSION.test(plain))) return false;
    const next = blocks[index + 1];
    return next !== undefined && next.kind !== "heading" && !saysNothing(next.plain);
  });
}

/** Words of scripts without spaces begin and end anywhere. */
function wordOf(words: string): RegExp {
  return new RegExp(`(?<![a-zà-ÿ])(?:${words})(?![a-zà-ÿ])`, "iu");
}
