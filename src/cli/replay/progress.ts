import { printable } from "../../plan/media/terminal.ts";
import type { Io } from "../io.ts";

/** How far a replay is. */
export interface Progress {
  readonly advance: (done: number, all: number, path: string) => void;
  readonly end: () => void;
}

/** A bar on standard error where that is a terminal, else nothing. */
export async function startProgress({ terminal }: Io): Promise<Progress> {
  if (terminal === null) return { advance: () => undefined, end: () => undefined };
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar(
    {
      stream: terminal,
      format: "{bar} {value}/{total} files · {path}",
      hideCursor: true,
      clearOnComplete: true,
    },
    progress.Presets.shades_classic,
  );
  bar.start(0, 0, { path: "" });
  return {
    advance(done, all, path) {
      bar.setTotal(all);
      bar.update(done, { path: printable(path) });
    },
    end: () => bar.stop(),
  };
}
