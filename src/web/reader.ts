import type { Answer, Question } from "./messages.ts";
import type { Draft } from "./model/draft.ts";

type AnswerOf<Kind extends Answer["kind"]> = Extract<Answer, { kind: Kind }>;

export interface ReaderEvents {
  readonly onRead: (answer: AnswerOf<"read">) => void;
  readonly onPlanned: (answer: AnswerOf<"planned">) => void;
  readonly onFailed: (message: string) => void;
}

/** A worker that answers nothing for this long is ended, and another one started. In milliseconds. */
const PATIENCE_MS = 20_000;

/** The worker, seen from the page. Drops answers to drafts that newer ones replaced. */
export class Reader {
  readonly #events: ReaderEvents;
  #worker: Worker;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #bodies = new Map<string, Set<(html: string) => void>>();
  #onJson: (text: string) => void = () => undefined;
  #version = 0;

  constructor(events: ReaderEvents) {
    this.#events = events;
    this.#worker = this.#start();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#receive(data, this.#events));
    worker.addEventListener("error", ({ message }) => this.#events.onFailed(message));
    return worker;
  }

  /** What was asked before is lost; what is typed next is read by the new one. */
  #giveUp(): void {
    this.#timer = undefined;
    this.#worker.terminate();
    this.#bodies.clear();
    this.#worker = this.#start();
    this.#events.onFailed(`reading took longer than ${PATIENCE_MS / 1000} s.`);
  }

  read(draft: Draft): void {
    this.#version += 1;
    this.#ask({ kind: "read", version: this.#version, draft });
  }

  /** Calls back with the HTML of a step's body, once. Returns what calls it off. */
  readBody(key: string, onHtml: (html: string) => void): () => void {
    const waiting = this.#bodies.get(key) ?? new Set();
    this.#bodies.set(key, waiting.add(onHtml));
    this.#ask({ kind: "body", key });
    return () => void waiting.delete(onHtml);
  }

  readJson(onJson: (text: string) => void): void {
    this.#onJson = onJson;
    this.#ask({ kind: "json" });
  }

  #receive(data: Answer, { onRead, onPlanned, onFailed }: ReaderEvents): void {
    clearTimeout(this.#timer);
    const isLast = data.kind !== "read" && !("version" in data && data.version < this.#version);
    this.#timer = isLast ? undefined : this.#watch();
    if (data.kind === "read" && data.version === this.#version) onRead(data);
    if (data.kind === "planned" && data.version === this.#version) onPlanned(data);
    if (data.kind === "failed") onFailed(data.message);
    if (data.kind === "json") this.#onJson(data.text);
    if (data.kind === "body") {
      const waiting = this.#bodies.get(data.key);
      this.#bodies.delete(data.key);
      for (const callback of waiting ?? []) callback(data.html);
    }
  }

  #watch(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#giveUp(), PATIENCE_MS);
  }

  #ask(question: Question): void {
    this.#timer ??= this.#watch();
    this.#worker.postMessage(question);
  }
}
