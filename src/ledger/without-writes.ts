import type { Ledger } from "./ledger.ts";

/** A ledger that is read and not written: what a preview finds out, anybody may have made it find. */
export function withoutWrites(ledger: Ledger): Ledger {
  const nothing = async (): Promise<void> => undefined;
  return {
    recallIssues: (target) => ledger.recallIssues(target),
    recallBindings: (list) => ledger.recallBindings(list),
    saveBindings: nothing,
    recallRecent: (query) => ledger.recallRecent(query),
    find: (query) => ledger.find(query),
    findHead: (source) => ledger.findHead(source),
    listHeads: () => ledger.listHeads(),
    listLooks: () => ledger.listLooks(),
    recognize: nothing,
    rememberIssues: nothing,
    rememberListing: nothing,
    intend: nothing,
    settle: nothing,
    forget: nothing,
    saveHead: nothing,
    findUnfinished: (source) => ledger.findUnfinished(source),
    findTouched: (source) => ledger.findTouched(source),
    saveUnfinished: nothing,
    findTooMuch: (source) => ledger.findTooMuch(source),
    saveTooMuch: nothing,
    saveLook: nothing,
    recallMemo: (name) => ledger.recallMemo(name),
    saveMemo: nothing,
    close: nothing,
  };
}
