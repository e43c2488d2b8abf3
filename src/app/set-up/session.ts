import { randomBytes } from "node:crypto";
import { isSameSecret } from "../server/same-secret.ts";

/** Longer a set-up does not take. In milliseconds. */
const LIFE_MS = 60 * 60_000;

const COOKIE = "minutebook_set_up";

/** The one browser that gave the code, as long as it holds its cookie. */
export class Session {
  readonly #now: () => number;
  #id: string | null = null;
  #state: string | null = null;
  #until = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether somebody is at it. */
  get isOpen(): boolean {
    return this.#id !== null && this.#now() < this.#until;
  }

  /** Begins again; whoever had it before has it no more. Returns the cookie for the browser. */
  begin(isSecure: boolean): string {
    this.#id = makeSecret();
    this.#state = null;
    this.#until = this.#now() + LIFE_MS;
    // Lax: the browser comes back from GitHub's page with it.
    return `${COOKIE}=${this.#id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LIFE_MS / 1000}${isSecure ? "; Secure" : ""}`;
  }

  /** Whether a request's cookies are those of its browser. */
  owns(cookies: string | undefined): boolean {
    if (this.#id === null || !this.isOpen) return false;
    const own = this.#id;
    const given = (cookies ?? "")
      .split(/; */)
      .filter((cookie) => cookie.startsWith(`${COOKIE}=`))
      .map((cookie) => cookie.slice(COOKIE.length + 1));
    return given.map((value) => isSameSecret(value, own)).includes(true);
  }

  /** What GitHub sends back with the browser. */
  makeState(): string {
    this.#state = makeSecret();
    return this.#state;
  }

  /** Whether the state is the one that was made last; it holds once. */
  takeState(given: string): boolean {
    const state = this.#state;
    this.#state = null;
    return state !== null && isSameSecret(given, state);
  }
}

function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}
