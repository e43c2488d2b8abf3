import { describe, expect, test } from "@jest/globals";
import type { Ledger, RecentQuery } from "../../src/ledger/ledger.ts";
import { buildEntry } from "./build-entry.ts";

/** What every ledger keeps to. `open` gives an empty one. */
export function testLedger(open: () => Promise<Ledger>): void {
  test("knows nothing at first", async () => {
    const ledger = await open();
    expect(await ledger.find({ keys: ["k"] })).toEqual([]);
    expect(await ledger.findHead("acme/minutes")).toBeNull();
  });

  test("keeps an intention, then its outcome", async () => {
    const ledger = await open();
    const { state: _state, ...intention } = buildEntry({ id: null, url: null });
    await ledger.intend(intention);
    expect(await ledger.find({ keys: [intention.key] })).toEqual([{ ...intention, state: "intended" }]);

    await ledger.settle(buildEntry());
    expect(await ledger.find({ keys: [intention.key] })).toEqual([buildEntry()]);
  });

  test("keeps which repositories the names in a list mean", async () => {
    const ledger = await open();
    await ledger.saveBindings("accept 5", { bind: { "acme/minutes": "17", "acme/notes": "18" } });
    await ledger.saveBindings("accept 6", { bind: { "acme/minutes": "19" } });
    await ledger.saveBindings("accept 5", { bind: { "acme/minutes": "20" }, forget: ["acme/notes"] });

    expect([...(await ledger.recallBindings("accept 5"))]).toEqual([["acme/minutes", "20"]]);
    expect([...(await ledger.recallBindings("accept 6"))]).toEqual([["acme/minutes", "19"]]);
    expect((await ledger.recallBindings("accept 7")).size).toBe(0);
  });

  test("an intention overwrites what was known", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry());
    const { state: _state, ...intention } = buildEntry({ hash: "h2" });
    await ledger.intend(intention);
    expect(await ledger.find({ keys: [intention.key] })).toEqual([{ ...intention, state: "intended" }]);
  });

  test("knows what was written a moment ago, by key and by repository", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a", kind: "issue", target: "acme/app", number: 7 }));
    await ledger.settle(buildEntry({ key: "b", kind: "comment", target: "acme/app", number: 8 }));

    const numbersOf = async (query: RecentQuery) =>
      (await ledger.recallRecent(query)).map(({ key, number }) => [key, number]);
    expect(await numbersOf({ keys: ["b", "c"] })).toEqual([["b", 8]]);
    expect(await numbersOf({ issuesIn: "Acme/App" })).toEqual([["a", 7]]);
    expect(await numbersOf({ issuesIn: "acme/other" })).toEqual([]);
  });

  test("keeps that something is about to be deleted", async () => {
    const ledger = await open();
    const { state: _state, ...entry } = buildEntry();
    await ledger.intend(entry, "removing");
    expect(await ledger.find({ keys: [entry.key] })).toEqual([{ ...entry, state: "removing" }]);
  });

  test("finds the entries of one repository of minutes, spelled in any case", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a" }));
    await ledger.settle(buildEntry({ key: "b", state: "gone" }));
    await ledger.settle(buildEntry({ key: "c", source: "acme/other" }));
    const found = await ledger.find({ source: "Acme/Minutes" });
    expect(found.map((entry) => entry.key).sort()).toEqual(["a", "b"]);
  });

  test("finds the comments on threads of some numbers", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a", number: 1 }));
    await ledger.settle(buildEntry({ key: "b", number: 2 }));
    await ledger.settle(buildEntry({ key: "c", number: 3 }));
    await ledger.settle(buildEntry({ key: "d", number: 1, kind: "issue" }));
    await ledger.settle(buildEntry({ key: "e", number: 1, target: "acme/lib" }));
    await ledger.settle(buildEntry({ key: "f", number: 1, source: "acme/other" }));
    const found = await ledger.find({ source: "acme/minutes", numbers: [1, 3] });
    expect(found.map((entry) => entry.key).sort()).toEqual(["a", "c", "e"]);
    expect(await ledger.find({ source: "acme/minutes", numbers: [] })).toEqual([]);
  });

  test("finds the entries whose keys begin in one of some ways", async () => {
    const ledger = await open();
    const keys = ["a:x.md:1", "a:x.md:é\u{10fffe}", "a:x.md", "a:y.md:1", "a:Z.md:1", "b:1", "a_x%md:1"];
    for (const key of keys) await ledger.settle(buildEntry({ key }));
    const found = async (...prefixes: string[]) =>
      (await ledger.find({ prefixes })).map(({ key }) => key).sort();
    expect(await found("a:x.md:")).toEqual(["a:x.md:1", "a:x.md:é\u{10fffe}"]);
    expect(await found("a:y", "a:y.md:", "b:", "c:")).toEqual(["a:y.md:1", "b:1"]);
    expect(await found("a_x%")).toEqual(["a_x%md:1"]);
    expect(await found()).toEqual([]);
  });

  test("finds each key once", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a" }));
    expect(await ledger.find({ keys: ["a", "a", "b"] })).toHaveLength(1);
    expect(await ledger.find({ keys: [] })).toEqual([]);
  });

  test("forgets", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a" }));
    await ledger.settle(buildEntry({ key: "b" }));
    await ledger.forget(["a", "z"]);
    await ledger.forget([]);
    expect((await ledger.find({ keys: ["a", "b"] })).map((entry) => entry.key)).toEqual(["b"]);
  });

  test("remembers the issues of a repository, and how far their list was read", async () => {
    const ledger = await open();
    const seen = { target: "acme/app", number: 7, marker: "m1", state: "there" } as const;
    expect(await ledger.recallIssues("acme/app")).toEqual({ listing: null, issues: [] });

    await ledger.rememberIssues([seen, { ...seen, number: 8 }, { ...seen, target: "acme/lib" }]);
    await ledger.rememberIssues([{ ...seen, marker: "m2", state: "deleted" }]);
    await ledger.rememberIssues([]);
    const listing = { target: "acme/app", viewer: "bot", readAt: "2026-01-05T09:00:00Z" };
    await ledger.rememberListing({ ...listing, viewer: "other" });
    await ledger.rememberListing(listing);

    expect(await ledger.recallIssues("Acme/App")).toEqual({
      listing,
      issues: [
        { ...seen, marker: "m2", state: "deleted" },
        { ...seen, number: 8 },
      ],
    });
  });

  test("keeps when it was looked at the issues of each repository that has some", async () => {
    const ledger = await open();
    await ledger.settle(buildEntry({ key: "a", kind: "issue", target: "acme/app" }));
    await ledger.settle(buildEntry({ key: "b", kind: "issue", target: "acme/app" }));
    await ledger.settle(buildEntry({ key: "c", kind: "comment", target: "acme/site" }));
    await ledger.rememberListing({ target: "acme/lib", viewer: "bot", readAt: "2026-01-05T09:00:00Z" });
    await ledger.saveLook("Acme/App", "2026-01-05T09:00:00Z");
    await ledger.saveLook("acme/app", "2026-01-05T10:00:00Z");
    expect(await ledger.listLooks()).toEqual([
      { target: "acme/app", lookedAt: "2026-01-05T10:00:00Z" },
      { target: "acme/lib", lookedAt: null },
    ]);
  });

  test("keeps what the app noted for itself", async () => {
    const ledger = await open();
    expect(await ledger.recallMemo("looked")).toBeNull();
    await ledger.saveMemo("looked", "once");
    await ledger.saveMemo("looked", "twice");
    expect(await ledger.recallMemo("looked")).toBe("twice");
  });

  test("keeps the last commit applied", async () => {
    const ledger = await open();
    await ledger.saveHead("acme/minutes", "c1");
    await ledger.saveHead("Acme/minutes", "c2");
    await ledger.saveHead("acme/other", "c3");
    expect(await ledger.findHead("ACME/minutes")).toBe("c2");
    const heads = await ledger.listHeads();
    expect(heads.toSorted((a, b) => a.source.localeCompare(b.source))).toEqual([
      { source: "acme/minutes", commit: "c2" },
      { source: "acme/other", commit: "c3" },
    ]);
  });

  test("keeps the heads that were not applied in full", async () => {
    const ledger = await open();
    expect(await ledger.findUnfinished("acme/minutes")).toEqual([]);
    await ledger.saveUnfinished("Acme/minutes", ["c1", "c2"]);
    await ledger.saveUnfinished("acme/other", ["c3"]);
    expect(await ledger.findUnfinished("ACME/minutes")).toEqual(["c1", "c2"]);
    await ledger.saveUnfinished("acme/minutes", []);
    expect(await ledger.findUnfinished("acme/minutes")).toEqual([]);
    expect(await ledger.findUnfinished("acme/other")).toEqual(["c3"]);
  });

  test("keeps the files that something may have been posted for at such heads", async () => {
    const ledger = await open();
    const touched = { c1: ["a.md", "b c.md"], c2: [] };
    expect(await ledger.findTouched("acme/minutes")).toEqual({});
    await ledger.saveUnfinished("Acme/minutes", ["c1", "c2"], touched);
    expect(await ledger.findTouched("ACME/minutes")).toEqual(touched);
    await ledger.saveUnfinished("acme/minutes", ["c1"]);
    expect(await ledger.findTouched("acme/minutes")).toEqual({});
  });

  test("keeps the head that no plan could be made for", async () => {
    const ledger = await open();
    expect(await ledger.findTooMuch("acme/minutes")).toBeNull();
    await ledger.saveTooMuch("Acme/minutes", "c1");
    await ledger.saveTooMuch("acme/minutes", "c2");
    expect(await ledger.findTooMuch("ACME/minutes")).toBe("c2");
    expect(await ledger.findTooMuch("acme/other")).toBeNull();
  });

  describe("a repository of minutes that was renamed", () => {
    const old = { id: "17", name: "Acme/Minutes", askedAs: "acme/minutes" };
    const renamed = { id: "17", name: "Acme/Logbook", askedAs: "Acme/Logbook" };
    const SEEN = { target: "acme/minutes", number: 7, marker: "m1", state: "deleted" } as const;

    async function openFilled(): Promise<Ledger> {
      const ledger = await open();
      await ledger.settle(buildEntry({ key: "comment:acme/minutes:a:b.md:acme/app#1", state: "gone" }));
      const own = { kind: "issue", target: "acme/minutes" } as const;
      await ledger.settle(buildEntry({ ...own, key: "issue:acme/minutes:a.md:5f" }));
      await ledger.settle(buildEntry({ key: "comment:acme/other:a.md:acme/app#1", source: "acme/other" }));
      await ledger.saveHead("acme/minutes", "c1");
      await ledger.saveHead("acme/other", "c2");
      await ledger.saveUnfinished("acme/minutes", ["c4"], { c4: ["a.md"] });
      await ledger.saveTooMuch("acme/minutes", "c5");
      await ledger.rememberIssues([SEEN]);
      await ledger.rememberListing({ target: "acme/minutes", viewer: "bot", readAt: "2026-01-05T09:00:00Z" });
      await ledger.saveLook("acme/minutes", "2026-01-05T10:00:00Z");
      return ledger;
    }

    async function expectMoved(ledger: Ledger): Promise<void> {
      expect(await ledger.find({ source: "acme/minutes" })).toEqual([]);
      const found = await ledger.find({ source: "acme/logbook" });
      expect(found.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
        buildEntry({
          key: "comment:acme/logbook:a:b.md:acme/app#1",
          source: "acme/logbook",
          state: "gone",
        }),
        buildEntry({
          key: "issue:acme/minutes:a.md:5f",
          source: "acme/logbook",
          kind: "issue",
          target: "acme/logbook",
        }),
      ]);
      expect(await ledger.findHead("acme/minutes")).toBeNull();
      expect(await ledger.findHead("acme/logbook")).toBe("c1");
      expect(await ledger.findUnfinished("acme/logbook")).toEqual(["c4"]);
      expect(await ledger.findTouched("acme/logbook")).toEqual({ c4: ["a.md"] });
      expect(await ledger.findTooMuch("acme/logbook")).toBe("c5");
      expect(await ledger.recallIssues("acme/minutes")).toEqual({ listing: null, issues: [] });
      expect(await ledger.recallIssues("acme/logbook")).toEqual({
        listing: { target: "acme/logbook", viewer: "bot", readAt: "2026-01-05T09:00:00Z" },
        issues: [{ ...SEEN, target: "acme/logbook" }],
      });
      expect(await ledger.listLooks()).toEqual([
        { target: "acme/logbook", lookedAt: "2026-01-05T10:00:00Z" },
      ]);
      expect(await ledger.find({ source: "acme/other" })).toHaveLength(1);
      expect(await ledger.findHead("acme/other")).toBe("c2");
    }

    test("is recognized by its id, with all that was known of it", async () => {
      const ledger = await openFilled();
      await ledger.recognize(old);
      await ledger.recognize(old);
      await ledger.recognize(renamed);
      await Promise.all([ledger.recognize(renamed), ledger.recognize(renamed)]);
      await expectMoved(ledger);
    });

    test("is recognized by the name it was asked for, where its id was never written down", async () => {
      const ledger = await openFilled();
      await ledger.recognize({ ...renamed, askedAs: "acme/minutes" });
      await expectMoved(ledger);
    });

    test("keeps what it has under its new name where both know something", async () => {
      const ledger = await openFilled();
      await ledger.recognize(old);
      const newer = { source: "acme/logbook", key: "comment:acme/logbook:a:b.md:acme/app#1", id: "2002" };
      await ledger.settle(buildEntry(newer));
      await ledger.saveHead("acme/logbook", "c9");
      await ledger.rememberIssues([{ ...SEEN, target: "acme/logbook", state: "moved" }]);

      await ledger.recognize(renamed);

      expect(await ledger.find({ keys: [newer.key] })).toEqual([buildEntry(newer)]);
      expect(await ledger.find({ source: "acme/minutes" })).toEqual([]);
      expect(await ledger.findHead("acme/logbook")).toBe("c9");
      expect((await ledger.recallIssues("acme/logbook")).issues).toMatchObject([{ state: "moved" }]);
    });

    test("is not mixed up with another repository that has its old name now", async () => {
      const ledger = await openFilled();
      await ledger.recognize(old);

      await ledger.recognize({ ...old, id: "18" });

      expect(await ledger.findHead("acme/minutes")).toBeNull();
      expect(await ledger.find({ source: "acme/minutes" })).toEqual([]);
      expect(await ledger.listHeads()).toEqual([{ source: "acme/other", commit: "c2" }]);
      expect(await ledger.listLooks()).toEqual([]);
      await ledger.recognize(renamed);
      await expectMoved(ledger);
    });

    test("gives its new name up to nobody, where two repositories have exchanged their names", async () => {
      const ledger = await openFilled();
      await ledger.recognize(old);
      await ledger.recognize({ id: "18", name: "acme/other", askedAs: "acme/other" });

      await ledger.recognize({ id: "17", name: "acme/other", askedAs: "acme/other" });
      await ledger.recognize({ id: "18", name: "acme/minutes", askedAs: "acme/minutes" });

      expect(await ledger.findHead("acme/other")).toBe("c1");
      expect(await ledger.findHead("acme/minutes")).toBe("c2");
      expect(await ledger.find({ source: "acme/minutes" })).toMatchObject([
        { key: "comment:acme/minutes:a.md:acme/app#1" },
      ]);
    });
  });
}
