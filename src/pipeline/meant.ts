import { isSameName } from "../config/names.ts";
import type { Card, Head, OpenTarget } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import { parseAccepted } from "../plan/targets/accept.ts";
import { isSameOwner } from "../plan/targets/consent.ts";

/**
 * Whether a name still means the repository for which it was written down. Who takes over a name that was given up
 * inherits nothing: neither what a target accepts under it, nor what minutes post there.
 */

type Minutes = Pick<Head, "name" | "id">;

const acceptList = (target: string): string => `accept ${target}`;
const targetList = (source: string): string => `targets ${source}`;

/**
 * Whether a target that lists the minutes' name means these minutes: it names their id; or it was these minutes that
 * had the name when it was first seen; or, where nothing was seen yet, they are older than the list.
 *
 * @param bornAt - When the minutes' repository was made, as an ISO instant. null: it is not known.
 */
export async function isMeantByList(
  ledger: Ledger,
  source: Minutes,
  card: Card,
  bornAt: string | null,
): Promise<boolean> {
  if (source.id === null || card.id === null) return false;
  const accepted = card.accept.map(parseAccepted);
  const list = acceptList(card.id);
  const known = await ledger.recallBindings(list);
  const forget = [...known.keys()].filter((name) => !accepted.some((one) => isSameName(one.name, name)));
  if (forget.length > 0 && accepted.length > 0) await ledger.saveBindings(list, { forget });
  if (accepted.some(({ id }) => id === source.id)) return true;
  const name = source.name.toLowerCase();
  const bound = known.get(name);
  if (bound !== undefined) return bound === source.id;
  if (bornAt !== null && card.acceptedAt !== null && Date.parse(bornAt) > Date.parse(card.acceptedAt))
    return false;
  await ledger.saveBindings(list, { bind: { [name]: source.id } });
  return true;
}

/** Whether a name in the minutes' configuration means a repository of another owner that has it now. */
export async function isMeantByMinutes(ledger: Ledger, source: Minutes, card: Card): Promise<boolean> {
  if (source.id === null || card.id === null) return false;
  const known = await ledger.recallBindings(targetList(source.id));
  const bound = known.get(card.askedAs.toLowerCase());
  return bound === undefined || bound === card.id;
}

/** Remembers which repositories the names in the minutes' configuration mean, and forgets names that left it. */
export async function rememberMeant(
  ledger: Ledger,
  source: Minutes,
  targets: readonly RepositoryName[],
  open: Readonly<Record<RepositoryName, OpenTarget>>,
): Promise<void> {
  if (source.id === null) return;
  const list = targetList(source.id);
  const known = await ledger.recallBindings(list);
  const names = new Set(targets.map((name) => name.toLowerCase()));
  const forget = [...known.keys()].filter((name) => !names.has(name));
  const bind = Object.fromEntries(
    Object.entries(open).flatMap(([asked, { name, id }]) => {
      const key = asked.toLowerCase();
      const bound = known.get(key);
      // Its own owner may make another repository under the same name; nobody else can.
      const isNew = bound === undefined || (bound !== id && isSameOwner(name, source.name));
      return id !== null && isNew ? [[key, id] as const] : [];
    }),
  );
  if (forget.length + Object.keys(bind).length > 0) await ledger.saveBindings(list, { bind, forget });
}
