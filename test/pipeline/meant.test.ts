import { describe, expect, test } from "@jest/globals";
import type { Card } from "../../src/github/port.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { isMeantByList, isMeantByMinutes, rememberMeant } from "../../src/pipeline/meant.ts";

const FIRST = { name: "acme/minutes", id: "17" };
/** Made later, under the name that the first gave up. */
const THIEF = { name: "Acme/Minutes", id: "99" };

const BORN = "2026-01-01T00:00:00Z";
const LISTED = "2026-01-02T00:00:00Z";
const LATER = "2026-01-03T00:00:00Z";

function card(difference: Partial<Card> = {}): Card {
  return {
    name: "beta/app",
    askedAs: "beta/app",
    id: "5",
    visibility: "public",
    accept: ["acme/minutes"],
    acceptedAt: LISTED,
    ...difference,
  };
}

describe("a name that a target accepts", () => {
  test("stays with the repository that had it first", async () => {
    const ledger = createMemoryLedger();

    expect(await isMeantByList(ledger, FIRST, card(), BORN)).toBe(true);
    expect(await isMeantByList(ledger, THIEF, card({ acceptedAt: LATER }), BORN)).toBe(false);
    expect(await isMeantByList(ledger, FIRST, card(), BORN)).toBe(true);
  });

  test("is not of a repository that is younger than the list, where nothing was seen yet", async () => {
    const ledger = createMemoryLedger();

    expect(await isMeantByList(ledger, THIEF, card(), LATER)).toBe(false);
    expect(await isMeantByList(ledger, FIRST, card(), BORN)).toBe(true);
  });

  test("goes to another once the list was seen without it, or names its id", async () => {
    const ledger = createMemoryLedger();
    await isMeantByList(ledger, FIRST, card(), BORN);

    expect(await isMeantByList(ledger, THIEF, card({ accept: ["acme/minutes@99"] }), BORN)).toBe(true);
    await isMeantByList(ledger, FIRST, card({ accept: ["acme/other"] }), BORN);

    expect(await isMeantByList(ledger, THIEF, card({ acceptedAt: LATER }), LISTED)).toBe(true);
    expect(await isMeantByList(ledger, FIRST, card({ acceptedAt: LATER }), BORN)).toBe(false);
  });

  test("is of each target by itself", async () => {
    const ledger = createMemoryLedger();
    await isMeantByList(ledger, FIRST, card(), BORN);

    expect(await isMeantByList(ledger, THIEF, card({ id: "6" }), BORN)).toBe(true);
  });

  test.each([
    [{ ...FIRST, id: null }, card()],
    [FIRST, card({ id: null })],
  ])("means nobody where GitHub gives no id: %j", async (minutes, target) => {
    expect(await isMeantByList(createMemoryLedger(), minutes, target, BORN)).toBe(false);
  });
});

describe("a name that the minutes' configuration has", () => {
  const APP = { name: "acme/app", id: "3", visibility: "private" } as const;
  const TAKEN = card({ name: "acme/app", askedAs: "acme/app", id: "4" });
  /** After the account was renamed, and its name given up. */
  const MOVED = { name: "acme-new/minutes", id: "17" };

  test("does not lead to a repository that another owner made under it", async () => {
    const ledger = createMemoryLedger();
    await rememberMeant(ledger, FIRST, ["acme/app"], { "acme/app": APP });

    expect(await isMeantByMinutes(ledger, MOVED, TAKEN)).toBe(false);
    await rememberMeant(ledger, MOVED, ["acme/app"], { "acme/app": { ...APP, id: "4" } });
    expect(await isMeantByMinutes(ledger, MOVED, TAKEN)).toBe(false);
  });

  test("leads to another repository that its own owner made, and anywhere once it was taken out", async () => {
    const ledger = createMemoryLedger();
    await rememberMeant(ledger, FIRST, ["acme/app"], { "acme/app": APP });
    await rememberMeant(ledger, FIRST, ["acme/app"], { "acme/app": { ...APP, id: "8" } });
    expect(await isMeantByMinutes(ledger, FIRST, card({ askedAs: "acme/app", id: "8" }))).toBe(true);

    await rememberMeant(ledger, MOVED, ["acme/other"], {});

    expect(await isMeantByMinutes(ledger, MOVED, TAKEN)).toBe(true);
  });
});
