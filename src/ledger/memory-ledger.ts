import { createBindings } from "./bindings.ts";
import {
  type IssueMemory,
  type Ledger,
  type LedgerEntry,
  type LedgerQuery,
  type Listing,
  RECENT_SECONDS,
  type SeenIssue,
  type Touched,
} from "./ledger.ts";
import { findRenames, isName, type Rename, renameEntry } from "./renames.ts";

/**
 * A ledger that lasts as long as its process: for the command line, the demo and tests.
 *
 * @param now - In milliseconds. Absent: it does not know when something was written, and takes nothing for recent.
 */
export function createMemoryLedger(now?: () => number): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const times = new Map<string, number>();
  const save = (entry: LedgerEntry): void => {
    entries.set(entry.key, entry);
    times.set(entry.key, now?.() ?? Number.NEGATIVE_INFINITY);
  };
  const heads = new Map<string, string>();
  const tooMuch = new Map<string, string>();
  const unfinished = new Map<string, readonly string[]>();
  const touched = new Map<string, Touched>();
  const looks = new Map<string, string>();
  const memos = new Map<string, string>();
  const names = new Map<string, string>();
  const { listings, issues, ...memory } = makeIssueMemory();
  return {
    ...memory,
    ...createBindings(),
    recallRecent: async (query) => {
      const since = (now?.() ?? 0) - RECENT_SECONDS * 1000;
      const isAsked = ({ key, kind, target }: LedgerEntry) =>
        "keys" in query
          ? query.keys.includes(key)
          : kind === "issue" && target === query.issuesIn.toLowerCase();
      return [...entries.values()].filter(
        (entry) => isAsked(entry) && (times.get(entry.key) ?? since) > since,
      );
    },
    recognize: async (repository) => {
      const known = [...names].map(([id, name]) => ({ id, name }));
      for (const rename of findRenames(known, repository)) {
        renameEntries(entries, rename);
        for (const rows of [heads, unfinished, touched, tooMuch, looks, listings, issues])
          renameRow<unknown>(rows, rename);
        names.set(rename.id, rename.to);
      }
      names.set(repository.id, repository.name.toLowerCase());
    },
    find: async (query) => find(entries, query),
    intend: async (entry, state = "intended") => save({ ...entry, state }),
    settle: async (entry) => save({ ...entry }),
    forget: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    findHead: async (source) => heads.get(source.toLowerCase()) ?? null,
    saveHead: async (source, commit) => void heads.set(source.toLowerCase(), commit),
    findUnfinished: async (source) => unfinished.get(source.toLowerCase()) ?? [],
    findTouched: async (source) => touched.get(source.toLowerCase()) ?? {},
    saveUnfinished: async (source, commits, paths = {}) => {
      unfinished.set(source.toLowerCase(), [...commits]);
      touched.set(source.toLowerCase(), paths);
    },
    findTooMuch: async (source) => tooMuch.get(source.toLowerCase()) ?? null,
    saveTooMuch: async (source, commit) => void tooMuch.set(source.toLowerCase(), commit),
    listHeads: async () =>
      [...heads]
        .filter(([source]) => isName(source))
        .map(([source, commit]) => {
          const id = [...names].find(([, name]) => name === source)?.[0];
          return id === undefined ? { source, commit } : { source, commit, id };
        }),
    listLooks: async () => {
      const ofActions = [...entries.values()].filter(({ kind }) => kind === "issue");
      const targets = new Set([...ofActions.map(({ target }) => target), ...listings.keys()]);
      return [...targets]
        .filter(isName)
        .toSorted()
        .map((target) => ({ target, lookedAt: looks.get(target) ?? null }));
    },
    saveLook: async (target, lookedAt) => void looks.set(target.toLowerCase(), lookedAt),
    recallMemo: async (name) => memos.get(name) ?? null,
    saveMemo: async (name, text) => void memos.set(name, text),
    close: async () => undefined,
  };
}

/** Remembers our issues as long as its process lasts. */
export function createIssueMemory(): IssueMemory {
  const { listings: _listings, issues: _issues, ...memory } = makeIssueMemory();
  return memory;
}

/** An issue memory, and by repository what it keeps. */
interface OpenIssueMemory extends IssueMemory {
  readonly listings: Map<string, Listing>;
  readonly issues: Map<string, Map<number, SeenIssue>>;
}

function makeIssueMemory(): OpenIssueMemory {
  const listings: OpenIssueMemory["listings"] = new Map();
  const issues: OpenIssueMemory["issues"] = new Map();
  return {
    listings,
    issues,
    recallRecent: async () => [],
    recallIssues: async (name) => {
      const target = name.toLowerCase();
      const listing = listings.get(target);
      // They were remembered under its name of then.
      const seen = [...(issues.get(target)?.values() ?? [])];
      return {
        listing: listing === undefined ? null : { ...listing, target },
        issues: seen.map((issue) => ({ ...issue, target })),
      };
    },
    rememberIssues: async (seen) => {
      for (const issue of seen) {
        const ofTarget = issues.get(issue.target) ?? new Map<number, SeenIssue>();
        issues.set(issue.target, ofTarget.set(issue.number, issue));
      }
    },
    rememberListing: async (listing) => void listings.set(listing.target, listing),
  };
}

function find(entries: ReadonlyMap<string, LedgerEntry>, query: LedgerQuery): LedgerEntry[] {
  if ("keys" in query) {
    return [...new Set(query.keys)].flatMap((key) => entries.get(key) ?? []);
  }
  if ("prefixes" in query) {
    return [...entries.values()].filter(({ key }) => query.prefixes.some((prefix) => key.startsWith(prefix)));
  }
  const source = query.source.toLowerCase();
  const ofMinutes = [...entries.values()].filter((entry) => entry.source === source);
  if ("kind" in query) return ofMinutes.filter(({ kind }) => kind === query.kind);
  if ("state" in query) return ofMinutes.filter(({ state }) => state === query.state);
  if (!("numbers" in query)) return ofMinutes;
  const numbers = new Set<number | null>(query.numbers);
  return ofMinutes.filter(({ kind, number }) => kind === "comment" && numbers.has(number));
}

/** What is under the other name already is newer, and stays. */
function renameEntries(entries: Map<string, LedgerEntry>, rename: Rename): void {
  for (const entry of [...entries.values()].filter(({ source }) => source === rename.from)) {
    const renamed = renameEntry(entry, rename);
    entries.delete(entry.key);
    if (!entries.has(renamed.key)) entries.set(renamed.key, renamed);
  }
}

function renameRow<T>(rows: Map<string, T>, { from, to }: Rename): void {
  const row = rows.get(from);
  rows.delete(from);
  if (row !== undefined && !rows.has(to)) rows.set(to, row);
}
