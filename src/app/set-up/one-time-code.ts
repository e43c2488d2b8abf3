import { randomBytes } from "node:crypto";
import { isSameSecret } from "../server/same-secret.ts";

/** No letters that look alike. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 16;
const TRIES = 5;

/** A new code is made no sooner. In milliseconds. */
const REST_MS = 60_000;

export interface CodeTools {
  /** Called with each code. It goes to the log, which only the operator reads. */
  readonly announce: (code: string) => void;
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * A code that lets one person in, once. After a few wrong ones it is void, and a new one is announced no sooner than a
 * minute later.
 */
export class OneTimeCode {
  readonly #tools: CodeTools;
  #code: string | null = null;
  #left = 0;
  #madeAt = Number.NEGATIVE_INFINITY;

  constructor(tools: CodeTools) {
    this.#tools = tools;
  }

  /** Announces a code, if there is none and it is time. Returns whether there is one. */
  offer(): boolean {
    if (this.#code !== null) return true;
    const now = this.#tools.now();
    if (now - this.#madeAt < REST_MS) return false;
    this.#code = makeCode();
    this.#left = TRIES;
    this.#madeAt = now;
    this.#tools.announce(this.#code);
    return true;
  }

  /** "void": there is none at the moment. */
  enter(given: string): "right" | "wrong" | "void" {
    const code = this.#code;
    if (code === null) return "void";
    const isRight = isSameSecret(plain(given), plain(code));
    this.#left -= 1;
    if (isRight || this.#left === 0) this.#code = null;
    return isRight ? "right" : "wrong";
  }
}

function makeCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** As people type it. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
