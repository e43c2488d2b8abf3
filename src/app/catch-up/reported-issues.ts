import { z } from "zod";
import type { Ledger } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { ReportedIssues } from "../../queue/job-data.ts";

/**
 * What changed later before it was listed may not show everywhere on GitHub yet: it is reported to its minutes once
 * more.
 */
const LAG_MS = 2 * 60 * 1000;

/** So many issues of a repository are remembered, the ones reported last. */
const MOST = 200;

type Memo = Pick<Ledger, "recallMemo" | "saveMemo">;

interface ListedChange {
  readonly target: RepositoryName;
  readonly number: number;
  /** ISO instants by GitHub's clock: the issue's last change, and when it was listed. null: it did not say. */
  readonly updatedAt: string | null;
  readonly readAt: string | null;
}

/** Adds an issue to what a job reports. */
export function addReported(
  before: ReportedIssues | undefined,
  { target, number, updatedAt, readAt }: ListedChange,
): ReportedIssues {
  const { changes, recent } = before ?? { changes: {}, recent: {} };
  if (updatedAt === null) return { target, changes, recent };
  const isEverywhere = Date.parse(readAt ?? "") - Date.parse(updatedAt) >= LAG_MS;
  return isEverywhere
    ? { target, changes: { ...changes, [number]: updatedAt }, recent }
    : { target, changes, recent: { ...recent, [number]: updatedAt } };
}

/**
 * Writes down that a job is done, and need not be done again for what it reported.
 *
 * @param hasLooked - Whether it looked at the issues: then what changed just before is reported once more.
 */
export async function noteReported(
  ledger: Memo,
  reported: ReportedIssues | undefined,
  hasLooked: boolean,
): Promise<void> {
  if (reported === undefined) return;
  const changes = Object.entries({ ...reported.changes, ...(hasLooked ? {} : reported.recent) });
  if (changes.length === 0) return;
  const known = await recallReported(ledger, reported.target);
  for (const [number, updatedAt] of changes) {
    known.delete(number);
    known.set(number, updatedAt);
  }
  await ledger.saveMemo(memoOf(reported.target), JSON.stringify([...known].slice(-MOST)));
}

/** By number, the changes that were reported to the minutes. */
export async function recallReported(ledger: Memo, target: RepositoryName): Promise<Map<string, string>> {
  const text = (await ledger.recallMemo(memoOf(target))) ?? "";
  if (text === "") return new Map();
  const { data = [] } = z.array(z.tuple([z.string(), z.string()])).safeParse(JSON.parse(text));
  return new Map(data);
}

function memoOf(target: RepositoryName): string {
  return `issues reported ${target.toLowerCase()}`;
}
