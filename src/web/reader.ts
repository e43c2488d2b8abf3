import type { Draft, Understanding } from "./model/understand.ts";
import type { Answer, Question } from "./worker.ts";

/** Asks the worker about the newest draft: one question at a time, those that were overtaken are never asked. */
export class Reader {
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  #asked = 0;
  #isBusy = false;
  #next: Draft | null = null;

  constructor(onUnderstood: (understanding: Understanding) => void, onError: (message: string) => void) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      this.#isBusy = false;
      if (this.#next !== null) this.#ask(this.#next);
      else if ("understanding" in data) onUnderstood(data.understanding);
      else onError(data.error);
    });
    this.#worker.addEventListener("error", (event) => onError(event.message));
  }

  read(draft: Draft): void {
    if (this.#isBusy) this.#next = draft;
    else this.#ask(draft);
  }

  #ask(draft: Draft): void {
    this.#next = null;
    this.#isBusy = true;
    this.#asked += 1;
    const question: Question = { id: this.#asked, draft };
    this.#worker.postMessage(question);
  }
}
