import type { IssueMemory, Ledger, LedgerEntry, LedgerQuery, Listing, SeenIssue } from "./ledger.ts";

/** A ledger that lasts as long as its process: for the command line, the demo and tests. */
export function createMemoryLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const heads = new Map<string, string>();
  const looks = new Map<string, string>();
  const { listings, ...memory } = makeIssueMemory();
  return {
    ...memory,
    find: async (query) => find(entries, query),
    intend: async (entry, state = "intended") => void entries.set(entry.key, { ...entry, state }),
    settle: async (entry) => void entries.set(entry.key, { ...entry }),
    forget: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    findHead: async (minutes) => heads.get(minutes.toLowerCase()) ?? null,
    saveHead: async (minutes, commit) => void heads.set(minutes.toLowerCase(), commit),
    listHeads: async () => [...heads].map(([minutes, commit]) => ({ minutes, commit })),
    listLooks: async () => {
      const issues = [...entries.values()].filter(({ kind }) => kind === "issue");
      const targets = new Set([...issues.map(({ target }) => target), ...listings.keys()]);
      return [...targets].toSorted().map((target) => ({ target, lookedAt: looks.get(target) ?? null }));
    },
    saveLook: async (target, lookedAt) => void looks.set(target.toLowerCase(), lookedAt),
    close: async () => undefined,
  };
}

/** Remembers our issues as long as its process lasts. */
export function createIssueMemory(): IssueMemory {
  const { listings: _, ...memory } = makeIssueMemory();
  return memory;
}

function makeIssueMemory(): IssueMemory & { readonly listings: ReadonlyMap<string, Listing> } {
  const listings = new Map<string, Listing>();
  const issues = new Map<string, Map<number, SeenIssue>>();
  return {
    listings,
    recallIssues: async (target) => {
      const key = target.toLowerCase();
      return { listing: listings.get(key) ?? null, issues: [...(issues.get(key)?.values() ?? [])] };
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
  const minutes = query.minutes.toLowerCase();
  const ofMinutes = [...entries.values()].filter((entry) => entry.minutes === minutes);
  if (!("threads" in query)) return ofMinutes;
  const threads = new Set(query.threads.map((thread) => `${thread.target.toLowerCase()}#${thread.number}`));
  return ofMinutes.filter(
    (entry) => entry.kind === "comment" && threads.has(`${entry.target}#${entry.number}`),
  );
}
