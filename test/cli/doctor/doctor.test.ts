import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { startServing } from "../../app/start-serving.ts";
import { buildRegistration, type Registration } from "../../durability/registration.ts";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

// PGlite's start takes seconds on a busy machine.
jest.setTimeout(60_000);

const TEAM = "orchard/team";
const APPLE = "orchard/apple";
const CONFIG = "repository: orchard/apple\nminutes: ['calls/*.md']\n";

interface Finding {
  readonly check: string;
  readonly status: string;
  readonly message: string;
  readonly remedy: string | null;
}

let registration: Registration;
let sandbox: Sandbox;
let env: Record<string, string>;

async function start(difference: Partial<Registration> = {}): Promise<void> {
  registration = { ...buildRegistration(), ...difference };
  const { id, publicKey, webhookSecret, permissions, events } = registration;
  sandbox = createSandbox({ app: { id, publicKey, webhookSecret, permissions, events } });
  const { world } = sandbox;
  world.addUser("ada-l");
  for (const name of [TEAM, APPLE]) world.addRepository(name);
  for (const name of [TEAM, APPLE]) world.addCollaborator(name, "ada-l", "admin");
  world.commit(TEAM, { ".github/minutebook.yml": CONFIG });
  await sandbox.start();
  env = {
    PATH: "",
    GHE_HOST: sandbox.host,
    GHE_PROTOCOL: "http",
    APP_ID: String(id),
    PRIVATE_KEY: registration.privateKey,
    WEBHOOK_SECRET: webhookSecret,
    DATA_FOLDER: join(makeFolder({}), "data"),
  };
}

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

async function doctor(...args: string[]): Promise<{ exitCode: number; findings: Finding[]; out: string }> {
  const { exitCode, out, err } = await runCli(
    ["doctor", "--json", "--repository", TEAM, ...args],
    makeFolder({}),
    env,
  );
  expect(err).toBe("");
  const findings = out
    .trim()
    .split("\n")
    .map((line): Finding => JSON.parse(line));
  return { exitCode, findings, out };
}

const of = (findings: readonly Finding[], check: string) =>
  findings.filter((finding) => finding.check === check);

describe("the doctor of an app that is well", () => {
  test("finds nothing, and says so", async () => {
    await start();
    sandbox.world.addInstallation("orchard");
    const serving = await startServing(env, sandbox);
    await sandbox.world.push(TEAM, { "calls/1.md": "# Call 2026-03-02\n" });
    await sandbox.settled();

    const { exitCode, findings } = await doctor();
    const text = await runCli(["doctor"], makeFolder({}), env);
    await serving.stop();

    expect(findings.filter(({ status }) => status !== "ok")).toEqual([]);
    expect(exitCode).toBe(0);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set([
        "settings",
        "clock",
        "GitHub",
        "permissions",
        "webhooks",
        "database",
        "data folder",
        "dead jobs",
        "configuration",
        "repository",
      ]),
    );
    expect(text.out).toMatch(/^ok +settings: APP_ID=1/);
    expect(text.out).toContain("no problems, no warnings.");
  });
});

describe("the doctor of an app that is not", () => {
  test("names the permission that is not granted, and where an owner grants it", async () => {
    await start();
    const { permissions } = registration;
    const { checks: _, ...fewer } = permissions;
    sandbox.world.addInstallation("orchard", { permissions: { ...fewer, issues: "read" } });

    const { exitCode, findings } = await doctor();

    expect(exitCode).toBe(5);
    expect(of(findings, "permissions")).toEqual([
      {
        check: "permissions",
        status: "problem",
        message: "orchard has not granted checks: write, issues: write.",
        remedy: expect.stringMatching(/^An owner accepts it at http.*\/settings\/installations\/\d+\.$/),
      },
    ]);
  });

  test("names what the app is not registered for", async () => {
    const { discussions: _, ...fewer } = buildRegistration().permissions;
    await start({ permissions: fewer, events: ["push"] });

    const messages = of((await doctor()).findings, "permissions").map(({ message }) => message);

    expect(messages).toContain("The app is not registered for discussions: write.");
    expect(messages).toContainEqual(expect.stringMatching(/is not subscribed to .*check_run.*pull_request/));
    expect(messages).toContain("The app is not installed anywhere.");
  });

  test("tells a key that is another app's", async () => {
    await start();
    env.APP_ID = "99";

    expect(of((await doctor()).findings, "GitHub")).toMatchObject([
      {
        status: "problem",
        remedy: expect.stringContaining("APP_ID and PRIVATE_KEY have to be of the same app"),
      },
    ]);
  });

  test.each([
    [{ PRIVATE_KEY: "" }, "PRIVATE_KEY is missing"],
    [{ WEBHOOK_SECRET: "" }, "WEBHOOK_SECRET is missing"],
    [{ CONTENT_PER_HOUR: "many" }, "CONTENT_PER_HOUR"],
    [{ APP_ID: "minutebook" }, "APP_ID is no number"],
  ])("tells settings that are wrong: %j", async (wrong, message) => {
    await start();
    Object.assign(env, wrong);

    const { exitCode, findings } = await doctor();

    expect(exitCode).toBe(5);
    expect(of(findings, "settings")).toContainEqual(
      expect.objectContaining({ status: "problem", message: expect.stringContaining(message) }),
    );
  });

  test("tells that GitHub is not reached, and looks at the rest", async () => {
    await start();
    env.GHE_HOST = "localhost:9";

    const { findings } = await doctor();

    expect(of(findings, "network")).toMatchObject([
      { status: "problem", message: expect.stringContaining("localhost:9/api/v3 cannot be reached") },
    ]);
    expect(of(findings, "clock")).toMatchObject([{ status: "skipped", message: "GitHub is not reached." }]);
    expect(of(findings, "permissions")).toMatchObject([
      { status: "skipped", message: "GitHub is not reached." },
    ]);
    expect(of(findings, "database")).toMatchObject([{ status: "problem" }]);
  });

  test("tells an address where nobody answers, and what failed there", async () => {
    await start();
    sandbox.world.addInstallation("orchard");
    sandbox.setWebhook("http://localhost:1/api/github/webhooks");
    await sandbox.world.push(TEAM, { "calls/1.md": "# Call 2026-03-02\n" });
    await sandbox.settled();

    expect(of((await doctor()).findings, "webhooks")).toMatchObject([
      {
        status: "warning",
        message: expect.stringContaining("localhost:1/api/github/webhooks cannot be reached from here"),
      },
      { status: "problem", message: expect.stringMatching(/^1 of the last 1 webhooks failed: 1 × /) },
    ]);
  });

  test("tells webhooks that are signed with another secret", async () => {
    await start();
    sandbox.world.addInstallation("orchard");
    const serving = await startServing({ ...env, WEBHOOK_SECRET: "quite another secret" }, sandbox);
    await sandbox.world.push(TEAM, { "calls/1.md": "# Call 2026-03-02\n" });
    await sandbox.settled();
    const [delivery] = sandbox.deliveries;
    if (delivery === undefined) throw new Error("Nothing was delivered.");
    // As the app itself asks for at its start and each hour.
    await sandbox.redeliver(delivery);

    const { findings } = await doctor();
    await serving.stop();

    expect(of(findings, "webhooks")).toMatchObject([
      { status: "ok" },
      {
        status: "problem",
        message: "1 of the last 1 webhooks failed: 1 × 400.",
        remedy: expect.stringContaining("WEBHOOK_SECRET is not the one"),
      },
    ]);
  });

  test("tells an address that leads to something else", async () => {
    await start();
    const other: Server = createServer((_request, response) => response.writeHead(404).end()).listen(0);
    await once(other, "listening");
    sandbox.setWebhook(`http://localhost:${Object(other.address()).port}/`);

    const { findings } = await doctor();
    other.close();

    expect(of(findings, "webhooks")[0]).toMatchObject({
      status: "warning",
      message: expect.stringContaining("answers with 404"),
    });
  });

  test("tells a database that is not there, without its password", async () => {
    await start();
    env.DATABASE_URL = "postgres://minutebook:hush-hush@localhost:1/minutebook";

    const { findings, out } = await doctor();

    expect(of(findings, "database")).toMatchObject([
      { status: "problem", remedy: expect.stringContaining("Check DATABASE_URL") },
    ]);
    expect(out).not.toContain("hush-hush");
  });

  test("shows how each login became known, and which the repository does not list as assignable", async () => {
    await start();
    sandbox.world.addInstallation("orchard");
    const people = "people:\n  Ada: ada-l\n  Bo: bo-stranger\n";
    sandbox.world.commit(TEAM, { ".github/minutebook.yml": `${CONFIG}${people}` });

    const { findings } = await doctor();

    expect(of(findings, "people")).toEqual([
      {
        check: "people",
        status: "ok",
        message: "Ada is ada-l, by `people` in the configuration.",
        remedy: null,
      },
      {
        check: "people",
        status: "warning",
        message:
          "Bo is bo-stranger, by `people` in the configuration; orchard/apple does not list that login as assignable, so nobody is assigned.",
        remedy: "Correct the login there, or give that person access.",
      },
    ]);
  });

  test("tells what is wrong with the configuration and its targets", async () => {
    await start();
    sandbox.world.addInstallation("orchard");
    sandbox.world.addRepository("meadow/hay");
    sandbox.world.addInstallation("meadow");
    sandbox.world.commit(TEAM, { ".github/minutebook.yml": `${CONFIG}repositories: {hay: meadow/hay}\n` });
    expect(of((await doctor()).findings, "repository")).toMatchObject([
      { status: "ok", message: "orchard/apple may be posted to." },
      { status: "problem", message: expect.stringContaining("doesn't list orchard/team under `accept`") },
    ]);

    sandbox.world.commit(TEAM, { ".github/minutebook.yml": "mod: auto\n" });
    expect(of((await doctor()).findings, "configuration")).toMatchObject([
      { status: "problem", message: expect.stringMatching(/minutebook\.yml:1: mod .*Did you mean "mode"/) },
    ]);
  });
});

describe("the doctor with a token alone", () => {
  beforeEach(async () => {
    await start();
    env = {
      PATH: "",
      GHE_HOST: sandbox.host,
      GHE_PROTOCOL: "http",
      GH_TOKEN: sandbox.world.addUserToken("ada-l"),
    };
  });

  test("looks at what a token can see", async () => {
    const { exitCode, findings } = await doctor();

    expect(exitCode).toBe(0);
    expect(findings.map(({ check, status }) => `${check} ${status}`)).toEqual([
      "settings skipped",
      "clock ok",
      "GitHub ok",
      "permissions skipped",
      "webhooks skipped",
      "database skipped",
      "data folder skipped",
      "configuration ok",
      "repository ok",
    ]);
  });

  test("tells a token that GitHub refuses, and a repository that is not there", async () => {
    expect(of((await doctor("--repository", "orchard/nowhere")).findings, "repository")).toMatchObject([
      { status: "problem", remedy: expect.stringContaining("Check the spelling") },
    ]);

    env.GH_TOKEN = "wrong";
    const { exitCode, findings } = await doctor();

    expect(exitCode).toBe(5);
    expect(of(findings, "GitHub")).toMatchObject([
      {
        status: "problem",
        message: expect.stringContaining("GitHub refuses the token"),
        remedy: expect.stringContaining("gh auth login"),
      },
    ]);
  });

  test("without even that says how to get one", async () => {
    env = { PATH: "", GHE_HOST: sandbox.host, GHE_PROTOCOL: "http" };

    expect(of((await doctor()).findings, "GitHub")).toMatchObject([
      { status: "skipped", message: expect.stringContaining("gh auth login") },
    ]);
  });
});
