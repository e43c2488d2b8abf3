import { extname } from "node:path";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import { CodedError } from "../../../messages/coded-error.ts";
import { storageError } from "../../../messages/storage-errors.ts";
import type { Answer, Question, ThreadData } from "./thread.ts";

interface Asker {
  readonly resolve: (rows: readonly object[]) => void;
  readonly reject: (error: Error) => void;
}

/** A PGlite on a thread of its own, so that this one continues while it works, and while it waits for the disk. */
export class PGliteThread {
  readonly #worker: Worker;
  readonly #askers = new Map<number, Asker>();
  #asked = 0;
  #end: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (answer: Answer) => this.#receive(answer));
    worker.on("error", (cause) => this.#stop(describeEnd(cause)));
    worker.on("exit", () => this.#stop(new CodedError(storageError("database-thread-stopped"))));
  }

  /**
   * @param dataFolder - Made when missing; null: in memory.
   * @throws Error when it cannot be opened
   */
  static async start(dataFolder: string | null): Promise<PGliteThread> {
    const workerData: ThreadData = { dataFolder };
    // Beside this file, as it is written or compiled.
    const file = new URL(`./thread${extname(import.meta.filename)}`, import.meta.url);
    const thread = new PGliteThread(new Worker(file, { workerData, name: "PGlite" }));
    await new Promise((resolve, reject) => thread.#askers.set(0, { resolve, reject }));
    return thread;
  }

  /** In the order of the calls. The process stays until it is answered. */
  ask(kind: Question["kind"], sql: string, values: readonly unknown[] = []): Promise<readonly object[]> {
    return new Promise((resolve, reject) => {
      if (this.#end !== null) throw this.#end;
      this.#asked += 1;
      const question: Question = { id: this.#asked, kind, sql, values };
      this.#worker.postMessage(question);
      this.#askers.set(question.id, { resolve, reject });
      this.#worker.ref();
    });
  }

  /** Resolves when all is written and the folder may be opened by others. */
  async close(): Promise<void> {
    if (this.#end !== null) return;
    await this.ask("close", "");
    await this.#worker.terminate();
  }

  #receive(answer: Answer): void {
    const asker = this.#askers.get(answer.id);
    this.#askers.delete(answer.id);
    if (this.#askers.size === 0) this.#worker.unref();
    if ("rows" in answer) asker?.resolve(answer.rows);
    else asker?.reject(Object.assign(new Error(answer.error.message), answer.error));
  }

  #stop(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#askers.values()) reject(this.#end);
    this.#askers.clear();
  }
}

/** What Emscripten throws is not always an error. */
function describeEnd(cause: unknown): Error {
  const { message = inspect(cause) } = cause as { readonly message?: string };
  return new CodedError(storageError("database-thread-ended", { reason: message }), { cause });
}
