import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { LedgerError } from "../../src/ledger/ledger-error.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const BELL = "- #12 the bell";

let stage: Stage;
/** The ledger breaks once where it is to forget something. */
let breaks = false;

beforeEach(async () => {
  breaks = false;
  const kept = createMemoryLedger();
  const ledger: Ledger = {
    ...kept,
    forget: async (keys) => {
      if (breaks && keys.length > 0) {
        breaks = false;
        throw new LedgerError(new Error("gone for a moment"));
      }
      await kept.forget(keys);
    },
  };
  stage = await setStage({ ledger });
  buildHarbour(stage.sandbox);
  await push([BELL]);
  expect(comments()).toHaveLength(1);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(lines: readonly string[]): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(lines) });
  await stage.settle();
}

const comments = () => stage.sandbox.world.comments(APP, 12);

test("a comment that we deleted when we were broken off is not treated as a person's deed", async () => {
  breaks = true;
  await push([]);
  expect(breaks).toBe(false);
  expect(comments()).toEqual([]);

  await push([BELL]);

  expect(comments()).toHaveLength(1);
});

test("a comment that a person deleted stays away", async () => {
  const [comment] = comments();
  if (comment === undefined) throw new Error("There is no comment.");
  await stage.sandbox.world.deleteComment(comment, { by: "ada" });

  await push([BELL, "- and the mast"]);

  expect(comments()).toEqual([]);
});

test("a comment that was about to be deleted, and that a list leaves out, is deleted anyway", async () => {
  stage.sandbox.faults.add({
    match: "issues/delete-comment",
    times: 3,
    fault: { kind: "error", when: "before" },
  });
  stage.sandbox.faults.add({ match: "graphql", skip: 6, fault: { kind: "empty" } });
  await push([]);

  expect(stage.log.filter((line) => line.includes("lacks one by Minutebook that still exists"))).toHaveLength(
    1,
  );
  expect(comments()).toEqual([]);
});

test("a comment that a person deleted stays away after the minutes are renamed and then edited", async () => {
  const { world } = stage.sandbox;
  const [comment] = comments();
  if (comment === undefined) throw new Error("There is no comment.");
  await world.deleteComment(comment, { by: "ada" });
  const later = "meetings/crew-2026-01-05.md";
  await world.push(MINUTES, { [PATH]: null, [later]: minutes([BELL]) });
  await stage.settle();
  expect(comments()).toEqual([]);

  for (const word of ["rusts", "rusts more"]) {
    await world.push(MINUTES, { [later]: minutes([`${BELL} ${word}`]) });
    await stage.settle();
  }

  expect(comments()).toEqual([]);
});
