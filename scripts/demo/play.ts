import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Colors } from "../../src/cli/io.ts";
import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { BUTTONS } from "../../src/pipeline/report/buttons.ts";
import type { CheckRun, Permissions } from "../../sandbox/world/entities.ts";
import { type AppProcess, startApp, waitFor } from "./app-process.ts";
import { buildWorld } from "./build-world.ts";
import { describeCheckRun, describeSkipped } from "./print.ts";
import type { Scenario } from "./scenario.ts";

const APP_ID = 1;

/** How long the app may take for one push. In milliseconds. */
const PUSH_MS = 60_000;

/** The sandbox and the app while they run. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly app: AppProcess;
  readonly stop: () => Promise<void>;
}

/** Starts the sandbox with the scenario's world in it, and the real app in front of it. */
export async function setStage(scenario: Scenario, port: number): Promise<Stage> {
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const secret = randomBytes(20).toString("hex");
  // What was there before is older than the first meeting; then the world lives in the present.
  let isPast = true;
  const sandbox = createSandbox({
    now: () => (isPast ? scenario.begins : new Date()),
    app: { id: APP_ID, publicKey: keys.publicKey, webhookSecret: secret, ...registration() },
  });
  buildWorld(sandbox, scenario);
  isPast = false;
  await sandbox.start(port);
  const data = mkdtempSync(join(tmpdir(), "minutebook-demo-"));
  const stopSandbox = async (): Promise<void> => {
    await sandbox.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const settings = {
      APP_ID: String(APP_ID),
      PRIVATE_KEY: keys.privateKey,
      WEBHOOK_SECRET: secret,
      GHE_HOST: sandbox.host,
      GHE_PROTOCOL: "http",
      DATA_FOLDER: data,
      // Minutes name issues of the sandbox as if they were on github.com.
      GITHUB_HOST_ALIASES: "github.com",
    };
    const app = await startApp(settings, data);
    sandbox.setWebhook(app.webhookUrl);
    const stop = async (): Promise<void> => {
      await app.stop();
      await stopSandbox();
    };
    return { sandbox, app, stop };
  } catch (error) {
    await stopSandbox();
    throw error;
  }
}

/** The permissions and events that `app.yml` asks for. */
function registration(): { permissions: Permissions; events: readonly string[] } {
  const file = join(import.meta.dirname, "..", "..", "app.yml");
  const { default_permissions, default_events } = parse(readFileSync(file, "utf8"));
  return { permissions: default_permissions, events: default_events };
}

/**
 * Pushes what the scenario pushes, each after the app is done with the one before.
 *
 * @returns What went wrong, in words.
 */
export async function play(
  { sandbox, app }: Stage,
  scenario: Scenario,
  colors: Colors,
  tell: (line: string) => void,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const push of scenario.pushes) {
    tell(`${colors.bold("push")} ${push.title}`);
    const sha = await sandbox.world.push(scenario.minutes, push.files, { message: push.title });
    const waitForRun = async (isWanted: (run: CheckRun) => boolean): Promise<CheckRun | undefined> => {
      const find = () =>
        sandbox.world
          .checkRuns(scenario.minutes)
          .findLast((one) => one.headSha === sha && one.status === "completed" && isWanted(one));
      await waitFor(() => find() !== undefined, app, PUSH_MS, "The app did not finish with this push.");
      return find();
    };
    let run = await waitForRun(() => true);
    if (run === undefined) continue;
    tell(describeCheckRun(run, sandbox, colors));
    if (run.actions.some(({ identifier }) => identifier === BUTTONS.apply.identifier)) {
      tell(
        `  ${colors.dim(`The demo presses “${BUTTONS.apply.label}” on the check run, as you would on GitHub.`)}`,
      );
      await sandbox.world.pressButton(run, BUTTONS.apply.identifier);
      run = await waitForRun(({ conclusion }) => conclusion !== "action_required");
      if (run === undefined) continue;
      tell(describeCheckRun(run, sandbox, colors));
    }
    for (const line of describeSkipped(run, colors)) tell(line);
    if (run.conclusion === "failure")
      failures.push(`${push.title}: ${run.title ?? "failed"}\n${run.summary ?? ""}`);
  }
  const refused = sandbox.deliveries.filter(({ statusCode }) => statusCode === null || statusCode >= 400);
  failures.push(
    ...refused.map(({ event, statusCode }) => `The webhook ${event} was answered with ${statusCode}.`),
  );
  failures.push(...sandbox.problems);
  return failures;
}
