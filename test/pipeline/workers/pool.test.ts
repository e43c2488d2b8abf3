import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { defaultConfig } from "../../../src/config/defaults.ts";
import { unpack } from "../../../src/pipeline/workers/packed.ts";
import type { WorkError } from "../../../src/pipeline/workers/work-error.ts";
import { type Pool, startPool } from "../../../src/pipeline/workers/pool.ts";

const FILE = new URL("./poisoned-thread.ts", import.meta.url);

// A thread takes seconds to start on a busy machine.
jest.setTimeout(120_000);

let pool: Pool;

beforeAll(() => {
  pool = startPool({ file: FILE, budget: { seconds: 2, memoryMiB: 48 }, threads: 2, idleMs: 5000 });
});

afterAll(() => pool.close());

const context = { repository: "harbour/minutes", milestones: null };

async function read(text: string, signal?: AbortSignal): Promise<string> {
  const file = {
    path: "meetings/2026-01-05.md",
    text: `# Call 2026-01-05\n\n${text}\n`,
    config: defaultConfig,
  };
  return unpack(await pool.run("readMinutes", { ...file, context }, signal)).actions[0]?.text ?? "";
}

describe("a pool of threads", () => {
  test("reads minutes as they are read anywhere", async () => {
    expect(await read("- TODO: Mona to ring the bell")).toBe("Mona to ring the bell");
  });

  test.each([
    ["takes for ever", "slow", "work-time", "processing it took longer than 2 s"],
    ["takes all memory", "memory", "work-memory", "processing it took more than 48 MiB of memory"],
    ["recurses without end", "stack", "work-stack", "it is nested too deeply"],
    ["ends its thread", "exit", "work-ended", "processing it ended its thread"],
    ["throws", "error", "work-failed", "processing it failed (a bug)"],
  ])("gives up what %s, says so, and continues with the next", async (_what, poison, code, message) => {
    await expect(read(`poison: ${poison}`)).rejects.toThrow(
      expect.objectContaining({ name: "WorkError", code, message }),
    );
    expect(await read("- TODO: Mona to ring the bell")).toBe("Mona to ring the bell");
  });

  test("has those who wait for a thread wait on while others are killed", async () => {
    const poison = () => read("poison: slow").catch((error: WorkError) => error.failure);
    const good = () => read("- TODO: Mona to ring the bell");
    const results = await Promise.all([poison(), poison(), good(), poison(), good()]);
    expect(results).toEqual(["time", "time", "Mona to ring the bell", "time", "Mona to ring the bell"]);
  });

  test("breaks off what is not wanted any more", async () => {
    const reason = new Error("The app stops.");
    await expect(read("poison: slow", AbortSignal.abort(reason))).rejects.toBe(reason);
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 300);
    await expect(read("poison: slow", stop.signal)).rejects.toBe(reason);
  });

  test("does what is large one after the other, and what is small beside it", async () => {
    const ends: string[] = [];
    const runLarge = async (name: string, filler: string) => {
      const file = { path: "m/2026-01-05.md", text: `poison: slow\n${filler}`, config: defaultConfig };
      const onBegun = () => void ends.push(`${name} begins`);
      await expect(pool.run("readMinutes", { ...file, context }, undefined, onBegun)).rejects.toThrow("2 s");
      ends.push(`${name} ends`);
    };
    const isRead = Promise.all([
      runLarge("long", "word ".repeat(20_000)),
      runLarge("of many lines", "-\n".repeat(2500)),
    ]);

    expect(await read("- TODO: Mona to ring the bell")).toBe("Mona to ring the bell");
    expect(ends).not.toContain("long ends");
    await isRead;
    expect(ends).toEqual(["long begins", "long ends", "of many lines begins", "of many lines ends"]);
  });
});
