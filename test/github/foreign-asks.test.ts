import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { AppClients } from "../../src/github/clients.ts";
import { connectGitHub } from "../../src/github/connect.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { readRegistration } from "../app/registration.ts";
import { connectTo } from "./support.ts";

const MINUTES = "mallory/minutes";

let sandbox: Sandbox;
let clients: AppClients;
let village: number;
let counted: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ app: readRegistration() });
  const { world } = sandbox;
  world.addUser("mallory");
  world.addRepository(MINUTES, { ownerType: "User" });
  world.addInstallation("mallory");
  for (let number = 1; number <= 25; number++)
    world.addRepository(`village/vault-${number}`, { visibility: "private" });
  ({ id: village } = world.addInstallation("village"));
  ({ clients } = await connectTo(sandbox));
  counted = [];
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const vaults = (count: number) => Array.from({ length: count }, (_, index) => `village/vault-${index + 1}`);

/** One push of the minutes that name these repositories. */
async function push(targets: readonly string[], agrees = false): Promise<readonly string[]> {
  const access = {
    source: MINUTES,
    mayPost: false,
    onForeign: (installation: string) => void counted.push(installation),
  };
  const seen: string[] = [];
  const admit = async ({ name }: { readonly name: string }) => {
    seen.push(name);
    return agrees;
  };
  const reach = { targets, scope: "all", admit } as const;
  await connectGitHub(clients.forJob(access)).readContents(MINUTES, [], reach);
  return seen;
}

const asked = () => sandbox.requests.filter(({ installation }) => installation === village).length;

describe("private repositories of another owner", () => {
  test("that did not agree are asked sixty times an hour for the minutes of one account", async () => {
    for (let count = 0; count < 60; count++) expect(await push(vaults(1))).toEqual(vaults(1));
    sandbox.forgetRequests();

    expect(await push(vaults(2))).toEqual([]);

    expect(asked()).toBe(0);
  });

  test("that agree are asked as often as it takes", async () => {
    for (let count = 0; count < 65; count++) await push(vaults(1), true);

    expect(await push(vaults(1), true)).toEqual(vaults(1));
  });

  test("are asked about for twenty of them in one push", async () => {
    expect((await push(vaults(25))).toSorted()).toEqual(vaults(20).toSorted());
  });

  test("count what they are asked, and the minutes' own do not", async () => {
    sandbox.world.addRepository("mallory/app");

    await push(["mallory/app"]);
    expect(counted).toEqual([]);
    sandbox.forgetRequests();
    await push(vaults(1));

    expect(counted).toEqual(Array.from({ length: asked() }, () => String(village)));
    expect(counted).not.toEqual([]);
  });
});
