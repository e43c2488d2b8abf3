import type { LedgerEntry } from "../../src/ledger/ledger.ts";

/** A comment that exists; a test states what differs. */
export function buildEntry(difference: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    key: "comment meetings/1.md acme/app#1",
    source: "acme/minutes",
    target: "acme/app",
    kind: "comment",
    state: "done",
    number: 1,
    id: "1001",
    url: "https://github.test/acme/app/issues/1#issuecomment-1001",
    hash: "h1",
    ...difference,
  };
}
