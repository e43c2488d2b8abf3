// The thread that PGlite works on. Does what it is asked in its order, and answers each.
import { parentPort, workerData } from "node:worker_threads";
import { createPGlite } from "./create-pglite.ts";

/** What the thread is started with. */
export interface ThreadData {
  readonly dataFolder: string | null;
}

export interface Question {
  /** From 1. The answer with 0 says that the database is open. */
  readonly id: number;
  /** `script`: several statements without values. */
  readonly kind: "statement" | "script" | "close";
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** An error's class does not get through; what it says of itself (`message`, `code`, `detail` …) does. */
export type Answer =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly id: number; readonly error: { readonly message: string } };

const pglite = await createPGlite((workerData as ThreadData).dataFolder);

parentPort?.on("message", async ({ id, ...question }: Question) => {
  parentPort?.postMessage(
    await answer(question).then(
      (rows): Answer => ({ id, rows }),
      (error: Error): Answer => ({ id, error: describe(error) }),
    ),
  );
});
const open: Answer = { id: 0, rows: [] };
parentPort?.postMessage(open);

async function answer({ kind, sql, values }: Omit<Question, "id">): Promise<readonly object[]> {
  switch (kind) {
    case "statement":
      return (await pglite.query<object>(sql, [...values])).rows;
    case "script":
      return (await pglite.exec(sql)).flatMap(({ rows }) => rows);
    case "close":
      await pglite.close();
      return [];
  }
}

function describe(error: Error): { readonly message: string } {
  const said = Object.entries(error).filter(([, value]) => typeof value === "string");
  return { ...Object.fromEntries(said), message: error.message };
}
