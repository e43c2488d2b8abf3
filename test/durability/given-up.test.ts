import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { listenForOperators } from "../../src/queue/operator/listen.ts";
import type { StorePlace } from "../../src/queue/open-store.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "../end-to-end/fixture.ts";
import { setStage, type Stage } from "../end-to-end/stage.ts";
import { makeFolder } from "../cli/folder.ts";
import { runCli } from "../cli/run-cli.ts";
import { findPostgres } from "../queue/postgres-server.ts";
import { useStores } from "../queue/test-store.ts";

jest.setTimeout(60_000);

const HOUR_MS = 60 * 60 * 1000;

let stage: Stage;

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

const kinds = findPostgres() !== null ? (["pglite", "postgres"] as const) : (["pglite"] as const);

describe.each(kinds)("a job that failed for a day, on %s", (kind) => {
  const stores = useStores(kind);

  /** Half a day goes by with each failure. */
  async function open(place: StorePlace) {
    let time = 0;
    const now = () => time;
    const delaySeconds = (failures: number) => {
      time = failures * 12 * HOUR_MS;
      return 0;
    };
    const store = await stores.open(place, { now, delaySeconds, pollSeconds: 0.5, stopSeconds: 5 });
    stage = await setStage({ queue: store.queue, ledger: store.ledger });
    buildHarbour(stage.sandbox);
    return store;
  }

  async function doctor(place: StorePlace, ...args: string[]) {
    const where =
      "databaseUrl" in place ? { DATABASE_URL: place.databaseUrl } : { DATA_FOLDER: place.dataFolder ?? "" };
    const env = { PATH: "", GHE_HOST: stage.sandbox.host, GHE_PROTOCOL: "http", ...where };
    const { out } = await runCli(["doctor", "--json", ...args], makeFolder({}), env);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    return lines.filter(({ check }) => check === "dead jobs");
  }

  test("is shown on the check run with a button, and doctor lists and replays it", async () => {
    const place = await stores.place();
    const store = await open(place);
    const hangUp =
      "dataFolder" in place ? await listenForOperators(place.dataFolder ?? "", store.queue) : null;
    const { faults, world } = stage.sandbox;
    faults.add({
      match: "issues/create-comment",
      times: Number.POSITIVE_INFINITY,
      fault: { kind: "error", when: "before", status: 503 },
    });

    await world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.sandbox.settled();
    await store.queue.idle();

    expect(world.checkRuns(MINUTES).at(-1)).toMatchObject({
      conclusion: "failure",
      title: "Gave up after a day",
      actions: [expect.objectContaining({ identifier: "retry" })],
    });
    const [found, ...others] = await doctor(place);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: "problem",
      message: expect.stringMatching(/harbour\/minutes \(push\), failed for good on .* after 3 tries: .*503/),
      remedy: expect.stringContaining("minutebook doctor --replay"),
    });

    await faults.clear();
    const [id = ""] = found.message.split(":");
    expect(await doctor(place, "--replay", id)).toMatchObject([
      { message: "1 job queued again, for another day." },
    ]);
    await store.queue.idle();

    expect(world.comments(APP, 11)).toHaveLength(1);
    expect(world.issues(APP)).toHaveLength(3);
    expect(world.checkRuns(MINUTES).at(-1)).toMatchObject({ conclusion: "success" });
    expect(await doctor(place)).toMatchObject([{ status: "ok", message: "None." }]);
    await hangUp?.();
  });

  test("that is unknown is reported", async () => {
    const place = await stores.place();
    const store = await open(place);
    const hangUp =
      "dataFolder" in place ? await listenForOperators(place.dataFolder ?? "", store.queue) : null;

    expect(await doctor(place, "--replay", "nobody")).toMatchObject([
      { status: "problem", message: "There is no failed job nobody." },
    ]);
    await hangUp?.();
  });
});
