import { describe, expect, test } from "@jest/globals";
import { findMoved } from "../../../src/app/catch-up/find-moved.ts";
import type { AccountInstallation } from "../../../src/github/list-installations.ts";
import { makeClient } from "../../../src/github/client.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { noLog } from "../../../src/pipeline/log.ts";
import { buildEntry } from "../../ledger/build-entry.ts";

const HEAD = "c0ffee";
const QUIET = { nameWithOwner: "Acme/quiet", databaseId: 1, defaultBranchRef: { target: { oid: HEAD } } };
const REST = { ...QUIET, nameWithOwner: "acme/minutes", databaseId: 2 };

/** Which of two repositories are looked at, where GitHub says this of the second. */
async function look(
  answer: unknown,
  {
    errors = [],
    prepare = async () => undefined,
    installations = async () => new Map([["acme", { id: 7, onAll: true }]]),
  }: {
    errors?: readonly object[];
    prepare?: (ledger: Ledger) => Promise<unknown>;
    installations?: () => Promise<ReadonlyMap<string, AccountInstallation>>;
  } = {},
) {
  const ledger = createMemoryLedger();
  for (const [id, name] of [
    ["1", "acme/quiet"],
    ["2", "acme/minutes"],
  ] as const) {
    await ledger.recognize({ id, name, askedAs: name });
    await ledger.saveHead(name, HEAD);
  }
  await prepare(ledger);
  const queries: string[] = [];
  const octokit = {
    request: async () => Promise.reject(new Error("no REST")),
    graphql: async (text: string) => {
      queries.push(text);
      const data = { r0: answer, r1: QUIET };
      if (errors.length === 0) return data;
      throw Object.assign(new Error("partial"), { data, errors });
    },
  };
  const heads = (await ledger.listHeads()).toSorted((a, b) => a.source.localeCompare(b.source));
  const clients = { listInstallations: installations, forLook: async () => makeClient(octokit) };
  const moved = await findMoved({ ledger, clients, log: noLog }, heads);
  return {
    moved: moved.map(({ source }) => source),
    installations: moved.map(({ installationId }) => installationId),
    queries: queries.length,
  };
}

describe("the heads of many repositories", () => {
  test("are read in one request, and none is looked at where nothing is left to do", async () => {
    expect(await look(REST)).toEqual({ moved: [], installations: [], queries: 1 });
  });

  test.each([
    ["moved", { ...REST, defaultBranchRef: { target: { oid: "beef" } } }],
    ["emptied", { ...REST, defaultBranchRef: null }],
    ["renamed", { ...REST, nameWithOwner: "acme/notes" }],
    ["another by that name", { ...REST, databaseId: 3 }],
    ["of no id", { ...REST, databaseId: null }],
    ["not there", null],
    ["not answered", undefined],
    ["answered in part", { nameWithOwner: "acme/minutes" }],
  ])("are distinguished: one that is %s is looked at", async (_what, answer) => {
    expect((await look(answer)).moved).toEqual(["acme/minutes"]);
  });

  test("come with the installation where it is on all repositories of the account", async () => {
    const moved = { ...REST, defaultBranchRef: { target: { oid: "beef" } } };
    const some = async () => new Map([["acme", { id: 7, onAll: false }]]);

    expect((await look(moved)).installations).toEqual([7]);
    expect((await look(moved, { installations: some })).installations).toEqual([undefined]);
    expect((await look({ ...moved, nameWithOwner: "else/minutes" })).installations).toEqual([undefined]);
  });

  test("are not believed where GitHub refuses a part", async () => {
    const refusal = { type: "FORBIDDEN", path: ["r0", "defaultBranchRef"], message: "no" };

    expect((await look({ ...REST, defaultBranchRef: null }, { errors: [refusal] })).moved).toEqual([
      "acme/minutes",
    ]);
  });

  test("are each looked at where GitHub does not answer, or does not say where the app is installed", async () => {
    const all = ["acme/minutes", "acme/quiet"];
    const failing = { errors: [{ message: "Something went wrong" }] };
    const none = { installations: async () => new Map<string, AccountInstallation>() };

    expect((await look(REST, failing)).moved).toEqual(all);
    expect((await look(REST, none)).moved).toEqual(all);
  });

  test.each<[string, (ledger: Ledger) => Promise<unknown>]>([
    ["a head was not applied in full", (ledger) => ledger.saveUnfinished("acme/minutes", ["beef"])],
    [
      "something is still to be taken back",
      (ledger) => ledger.settle(buildEntry({ key: "k", source: "acme/minutes", state: "removing" })),
    ],
  ])("are looked at where %s", async (_what, prepare) => {
    expect((await look(REST, { prepare })).moved).toEqual(["acme/minutes"]);
  });

  test("are not looked at again where it is reported that no plan can be made", async () => {
    const moved = { ...REST, defaultBranchRef: { target: { oid: "beef" } } };
    const prepare = (ledger: Ledger) => ledger.saveTooMuch("acme/minutes", "beef");

    expect((await look(moved, { prepare })).moved).toEqual([]);
  });
});
