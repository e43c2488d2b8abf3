import type { Attendee } from "../meeting.ts";
import type { Block } from "../page.ts";
import { isNobody } from "../../language/names.ts";

/**
 * Initials that the list of those present gives:
 *
 * | habit | example |
 * | --- | --- |
 * | in brackets behind the name | `Ada Byron (AB)`, `Ada Byron - ACME (AB, chair)` |
 * | in front of it | `AB: Ada Byron` |
 */
const BEHIND = /^[^()[\],;:]{0,30}[([](\p{Lu}{2,4})(?=[,;)\]])/u;
const BEFORE = /(?:^|[^\p{L}])(\p{Lu}{2,4}) ?[:=–-]? ?$/u;
/** The list is near the top. */
const LAST_BLOCK = 200;
const LONGEST = 2000;
const MOST_NAMES = 100;
/** A list in which people give theirs has several. */
const FEW = 2;

const fold = (text: string): string => text.normalize("NFD").toLowerCase();

/** Whether the letters are in a name, in their order: `TOC` in `Tamsin O'Connell`. */
function areIn(name: string, initials: string): boolean {
  const letters = fold(name);
  let at = 0;
  return [...fold(initials)].every((letter) => {
    at = letters.indexOf(letter, at) + 1;
    return at > 0;
  });
}

/** The initials beside somebody's name in a block. null: there are none. */
function besideName(text: string, name: string): string | null {
  const at = text.indexOf(name);
  if (at < 0) return null;
  const end = at + name.length;
  if (/\p{L}/u.test(`${text[at - 1] ?? ""}${text[end] ?? ""}`)) return null;
  const before = BEFORE.exec(text.slice(Math.max(0, at - 10), at));
  return (BEHIND.exec(text.slice(end, end + 40)) ?? before)?.[1] ?? null;
}

/**
 * Whose initials are given, by the initials. What several people have, or what has nothing to do with the name, is a
 * group's or company's.
 */
export function findInitials(
  blocks: readonly Block[],
  attendees: readonly Attendee[],
): ReadonlyMap<string, string> {
  const lines = blocks
    .slice(0, LAST_BLOCK)
    .flatMap(({ plain }) => (plain === "" ? [] : [plain.slice(0, LONGEST)]));
  const found = new Map<string, Set<string>>();
  for (const { name } of attendees.slice(0, MOST_NAMES)) {
    for (const text of lines) {
      const initials = besideName(text, name);
      if (initials === null) continue;
      found.set(initials, (found.get(initials) ?? new Set()).add(name));
      break;
    }
  }
  const own = [...found].flatMap(([initials, [name = "", ...others]]) =>
    others.length === 0 && areIn(name, initials) ? [[initials, name] as const] : [],
  );
  return new Map(own.filter(([initials]) => own.length >= FEW || !isNobody(initials)));
}
