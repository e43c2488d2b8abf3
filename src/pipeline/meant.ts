import { hasSameOwner, isSameName } from "../minutes/repository-name.ts";
import type { Card, Head, OpenTarget } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import { parseAccepted } from "../plan/policy/accept.ts";

/**
 * Whether a name still means the repository for which it was written down. Who takes over a name that was given up inherits
 * nothing: neither what a target accepts under it, nor what minutes post there.
 */

type Minutes = Pick<Head, "name" | "id">;

const acceptList = (target: string): string => `accept ${target}`;
const targetList = (minutes: string): string => `targets ${minutes}`;

/**
 * Whether a target that lists the minutes' name means these minutes: it names their id; or it was these minutes that had the
 * name when it was first seen; or, where nothing was seen yet, they are older than the list.
 *
 * @param bornAt - When the minutes' repository was made, as an ISO instant. null: it is not known.
 */
export async function isMeantByList(
  ledger: Ledger,
  minutes: Minutes,
  card: Card,
  bornAt: string | null,
): Promise<boolean> {
  if (minutes.id === null || card.id === null) return false;
  const accepted = card.accept.map(parseAccepted);
  const list = acceptList(card.id);
  const known = await ledger.recallBindings(list);
  const forget = [...known.keys()].filter((name) => !accepted.some((one) => isSameName(one.name, name)));
  if (forget.length > 0 && accepted.length > 0) await ledger.saveBindings(list, { forget });
  if (accepted.some(({ id }) => id === minutes.id)) return true;
  const name = minutes.name.toLowerCase();
  const bound = known.get(name);
  if (bound !== undefined) return bound === minutes.id;
  if (bornAt !== null && card.acceptedAt !== null && Date.parse(bornAt) > Date.parse(card.acceptedAt))
    return false;
  await ledger.saveBindings(list, { bind: { [name]: minutes.id } });
  return true;
}

/** Whether a name in the minutes' configuration means a repository of another owner that has it now. */
export async function isMeantByMinutes(ledger: Ledger, minutes: Minutes, card: Card): Promise<boolean> {
  if (minutes.id === null || card.id === null) return false;
  const known = await ledger.recallBindings(targetList(minutes.id));
  const bound = known.get(card.askedAs.toLowerCase());
  return bound === undefined || bound === card.id;
}

/** Remembers which repositories the names in the minutes' configuration mean, and forgets names that left it. */
export async function rememberMeant(
  ledger: Ledger,
  minutes: Minutes,
  targets: readonly RepositoryName[],
  open: Readonly<Record<RepositoryName, OpenTarget>>,
): Promise<void> {
  if (minutes.id === null) return;
  const list = targetList(minutes.id);
  const known = await ledger.recallBindings(list);
  const names = new Set(targets.map((name) => name.toLowerCase()));
  const forget = [...known.keys()].filter((name) => !names.has(name));
  const bind = Object.fromEntries(
    Object.entries(open).flatMap(([asked, { name, id }]) => {
      const key = asked.toLowerCase();
      const bound = known.get(key);
      // Its own owner may make another repository under the same name; nobody else can.
      const isNew = bound === undefined || (bound !== id && hasSameOwner(name, minutes.name));
      return id !== null && isNew ? [[key, id] as const] : [];
    }),
  );
  if (forget.length + Object.keys(bind).length > 0) await ledger.saveBindings(list, { bind, forget });
}
