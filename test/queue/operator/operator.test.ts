import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { once } from "node:events";
import { listenForOperators } from "../../../src/queue/operator/listen.ts";
import type { OperatorQueue } from "../../../src/queue/operator/operator-queue.ts";
import { reachQueue } from "../../../src/queue/operator/reach.ts";
import { socketPath } from "../../../src/queue/operator/socket-path.ts";
import { makeFolder } from "../../cli/folder.ts";
import { buildJob } from "../build-job.ts";

const dead = { id: "7", job: buildJob(), failures: 90, error: "503", at: "2026-01-05T00:00:00.000Z" };
const counts = { waiting: 1, running: 0, dead: 1, oldestSeconds: 2 };

let folder: string;
let queue: jest.Mocked<OperatorQueue>;
let close: () => Promise<void>;

beforeEach(async () => {
  folder = makeFolder({});
  queue = {
    add: jest.fn<OperatorQueue["add"]>().mockResolvedValue(true),
    count: jest.fn<OperatorQueue["count"]>().mockResolvedValue(counts),
    listDead: jest.fn<OperatorQueue["listDead"]>().mockResolvedValue([dead]),
    replay: jest.fn<OperatorQueue["replay"]>().mockResolvedValue(1),
  };
  close = await listenForOperators(folder, queue);
});

afterEach(() => close());

describe("the queue of an app that runs", () => {
  test("is reached by its data folder", async () => {
    const reached = await reachQueue(folder);
    const job = buildJob({ cause: "backfill" });

    expect(await reached?.count()).toEqual(counts);
    expect(await reached?.listDead()).toEqual([dead]);
    expect(await reached?.replay(["7"])).toBe(1);
    expect(await reached?.add(job)).toBe(true);
    expect(queue.replay).toHaveBeenCalledWith(["7"]);
    expect(queue.add).toHaveBeenCalledWith(job);
  });

  test("tells what goes wrong in it", async () => {
    queue.listDead.mockRejectedValue(new Error("The database is away."));

    await expect((await reachQueue(folder))?.listDead()).rejects.toThrow(/The database is away/);
  });

  test("takes no other jobs than backfills", async () => {
    await expect((await reachQueue(folder))?.add(buildJob({ cause: "push" }))).rejects.toThrow();

    expect(queue.add).not.toHaveBeenCalled();
  });

  test("is for its own user alone", () => {
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
  });

  test("refuses what is no request", async () => {
    const sent = request({ socketPath: socketPath(folder), method: "POST", agent: false });
    sent.end('{"ask":"everything"}');
    const [response] = await once(sent, "response");
    response.resume();

    expect(response.statusCode).toBe(400);
  });

  test("is not there once the app has ended, nor where it was killed", async () => {
    await close();
    expect(await reachQueue(folder)).toBeNull();

    close = await listenForOperators(folder, queue);
    expect(await reachQueue(folder)).not.toBeNull();
  });

  test("begins where a killed one has left its socket", async () => {
    const other = makeFolder({});
    writeFileSync(join(other, "minutebook.sock"), "");

    const end = await listenForOperators(other, queue);
    expect(await reachQueue(other)).not.toBeNull();
    await end();
  });

  test("is reached in a folder whose path is too long for a socket", async () => {
    const long = join(makeFolder({}), "a".repeat(120));
    mkdirSync(long);

    const end = await listenForOperators(long, queue);
    expect(await (await reachQueue(long))?.count()).toEqual(counts);
    await end();
  });
});
