import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Probot, ProbotOctokit, Probot as ProbotApp, Server } from "probot";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { APP_KEY, startSandbox } from "./support.ts";

let sandbox: Sandbox;
let server: Server;
const received: string[] = [];

/** An app that greets each push with an issue and records what it receives. */
function app(probot: Probot): void {
  probot.on("push", async (context) => {
    received.push(
      `push ${context.payload.commits.flatMap((commit) => [...(commit.added ?? []), ...(commit.modified ?? [])]).join(" ")}`,
    );
    await context.octokit.rest.issues.create(context.repo({ title: `Hello ${context.payload.after}` }));
    const { viewer } = await context.octokit.graphql<{ viewer: { login: string } }>("{ viewer { login } }");
    received.push(viewer.login);
    const config = await context.config("greeting.yml");
    received.push(JSON.stringify(config));
  });
  probot.on(
    ["installation.created", "check_run.requested_action", "issue_comment.created"],
    async (context) => {
      received.push(`${context.name}.${context.payload.action}`);
    },
  );
}

beforeEach(async () => {
  received.length = 0;
  sandbox = await startSandbox();
  server = new Server({
    Probot: ProbotApp.defaults({
      appId: 7,
      privateKey: APP_KEY,
      secret: "s3cret",
      baseUrl: `${sandbox.url}/api/v3`,
      logLevel: "fatal",
      Octokit: ProbotOctokit.defaults({ throttle: { enabled: false }, retry: { enabled: false } }),
    }),
    port: 0,
    log: (await import("pino")).pino({ level: "fatal" }),
  });
  await server.load(app);
  await server.start();
  sandbox.setWebhook(`http://localhost:${server.port}/api/github/webhooks`);
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addInstallation("kitchen");
});

afterEach(async () => {
  await server.stop();
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

describe("a Probot app in front of the sandbox", () => {
  test("a push reaches it signed, and what it does is done by its bot", async () => {
    sandbox.world.commit("kitchen/soup", { ".github/greeting.yml": "hello: world\n" });

    const sha = await sandbox.world.push("kitchen/soup", [{ "a.md": "a" }, { "a.md": "A", "b.md": "b" }], {
      author: "basil",
    });

    expect(sandbox.deliveries.map(({ event, action, status }) => [event, action, status])).toEqual([
      ["push", null, "OK"],
      ["issues", "opened", "OK"],
    ]);
    expect(received).toEqual(["push a.md b.md a.md", "minutebook[bot]", `{"hello":"world"}`]);
    expect(sandbox.world.issues("kitchen/soup")).toMatchObject([
      { title: `Hello ${sha}`, author: { login: "minutebook[bot]" } },
    ]);
  });

  test("every request is remembered with GitHub's name of the operation", async () => {
    await sandbox.world.push("kitchen/soup", { "a.md": "a" });

    expect(sandbox.requests.map((request) => [request.operation, request.status])).toEqual([
      ["apps/create-installation-access-token", 201],
      ["issues/create", 201],
      ["graphql", 200],
      ["repos/get-content", 404],
      ["repos/get-content", 404],
    ]);
  });

  test("a payload with a wrong signature is refused, and the delivery shows it", async () => {
    sandbox.setWebhook(`http://localhost:${server.port}/api/github/webhooks`, "another secret");

    await sandbox.world.push("kitchen/soup", { "a.md": "a" });

    expect(sandbox.deliveries).toMatchObject([{ event: "push", statusCode: 400 }]);
    expect(received).toEqual([]);
  });

  test("installations, buttons of check runs and comments are received; other events are not", async () => {
    sandbox.world.addRepository("garden/herbs");
    await sandbox.world.install("garden");
    const issue = sandbox.world.addIssue("garden/herbs");
    await sandbox.world.comment(issue, "Nice", { by: "thyme" });
    sandbox.world.addLabel("garden/herbs", "fresh");

    expect(received).toEqual(["installation.created", "issue_comment.created"]);
  });

  test("a key that is not the app's is refused", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    const forger = new ProbotApp({
      appId: 7,
      privateKey,
      secret: "x",
      baseUrl: `${sandbox.url}/api/v3`,
      logLevel: "fatal",
    });

    const octokit = await forger.auth();

    await expect(octokit.request("GET /app")).rejects.toMatchObject({ status: 401 });
  });
});
