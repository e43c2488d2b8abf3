import { expect, test } from "@jest/globals";
import type { Config } from "../../src/config/config.ts";
import { readConfig } from "../../src/config/read-config.ts";
import type { LedgerEntry } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { countLeft } from "../../src/pipeline/count-left.ts";
import { commentKey, issueKey } from "../../src/plan/keys.ts";

const SOURCE = "acme/minutes";

function configOf(text: string): Config {
  const { config } = readConfig(text, ".github/minutebook.yml");
  if (config === null) throw new Error("The configuration is wrong.");
  return config;
}

async function ledgerOf() {
  const ledger = createMemoryLedger();
  const entry = (key: string, kind: "comment" | "issue", id: string, difference: Partial<LedgerEntry> = {}) =>
    ledger.settle({
      key,
      source: SOURCE,
      target: "acme/app",
      kind,
      state: "done",
      number: 1,
      id,
      url: null,
      hash: null,
      ...difference,
    });
  await entry(commentKey(SOURCE, "m/1.md", "acme/app#1"), "comment", "5");
  // Of the same comment.
  await entry(commentKey(SOURCE, "m/2.md", "acme/app#1"), "comment", "5");
  await entry(commentKey(SOURCE, "board/1.md", "acme/board#1"), "comment", "6", { target: "acme/board" });
  await entry(commentKey(SOURCE, "m/1.md", "acme/app#2"), "comment", "7", { state: "gone" });
  await entry(issueKey(SOURCE, "m/1.md", "a"), "issue", "9");
  return ledger;
}

test.each<[string, string, object[]]>([
  ["nothing is switched off", "", []],
  [
    "comments are",
    "comments: {enabled: false}",
    [
      { repository: "acme/app", comments: 1, issues: 0 },
      { repository: "acme/board", comments: 1, issues: 0 },
    ],
  ],
  ["issues are", "actions: {enabled: false}", [{ repository: "acme/app", comments: 0, issues: 1 }]],
  [
    "all is",
    "mode: off",
    [
      { repository: "acme/app", comments: 1, issues: 1 },
      { repository: "acme/board", comments: 1, issues: 0 },
    ],
  ],
  [
    "comments of a series are",
    'series: [{minutes: ["board/*.md"], comments: {enabled: false}}]',
    [{ repository: "acme/board", comments: 1, issues: 0 }],
  ],
])("counts what is there of it, each once, where %s", async (_what, text, left) => {
  expect(await countLeft(await ledgerOf(), configOf(text), SOURCE)).toEqual(left);
});
