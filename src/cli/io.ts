import pc from "picocolors";
import type { Link } from "./links.ts";

export type Colors = ReturnType<typeof pc.createColors>;

/** For output without colors. */
export const noColors: Colors = pc.createColors(false);

/** What a command sees of the world outside, so that tests can give it another. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output, as it is. */
  readonly out: (text: string) => void;
  /** Writes to standard error, as it is. */
  readonly err: (text: string) => void;
  /** Colors for standard output; without effect in a pipe or under `NO_COLOR`. */
  readonly colors: Colors;
  readonly errColors: Colors;
  /** Where a progress bar can be drawn: standard error. null: that is no terminal. */
  readonly terminal: NodeJS.WriteStream | null;
  /** Makes links for standard output; texts alone where nobody can follow them. */
  readonly links: () => Promise<Link>;
  /** Asks the user; false where there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted when the user presses Ctrl-C from now on. */
  readonly interrupted: () => AbortSignal;
}

/** The world of this process. */
export function processIo(): Io {
  // `minutebook … | head` closes the pipe early; that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colors: pc.createColors(wantsColor(process.stdout)),
    errColors: pc.createColors(wantsColor(process.stderr)),
    terminal: process.stderr.isTTY && process.env.TERM !== "dumb" ? process.stderr : null,
    // Looking what a terminal can do takes a while; most commands need not know.
    links: async () => (await import("./links.ts")).createLink(process.stdout, process.env),
    confirm: ask,
    now: Date.now,
    interrupted: () => {
      const stop = new AbortController();
      process.once("SIGINT", () => stop.abort());
      return stop.signal;
    },
  };
}

async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}

/** By https://no-color.org and https://force-color.org. */
function wantsColor(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== "0";
  return stream.isTTY === true && process.env.TERM !== "dumb";
}
