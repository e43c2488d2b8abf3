import type { Io } from "../io.ts";

/** How far a long run is, for whoever watches it. */
export interface Progress {
  /** A file is done, or given up. */
  readonly advance: (sums: Sums) => void;
  /** Says something without disturbing the bar. */
  readonly say: (text: string) => void;
  readonly end: () => void;
  readonly hasBar: boolean;
}

export interface Sums {
  readonly changes: number;
  readonly failed: number;
  /** How long it may still take. */
  readonly left: string;
  /** What is worked on. */
  readonly now: string;
}

const FORMAT = "{bar} {value}/{total} files · {changes} changes, {failed} failed · {left} left · {now}";

/**
 * A bar where there is a terminal; without one nothing but what is said. Both on standard error.
 *
 * @param isPlain - No bar even there.
 */
export async function startProgress(io: Io, total: number, isPlain: boolean): Promise<Progress> {
  const { terminal } = io;
  if (terminal === null || isPlain) {
    return { advance: () => undefined, say: io.err, end: () => undefined, hasBar: false };
  }
  const { default: progress } = await import("cli-progress");
  const bars = new progress.MultiBar(
    {
      stream: terminal,
      format: FORMAT,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 24,
      // Ctrl-C finishes the current step; the bar stays until then.
      gracefulExit: false,
    },
    progress.Presets.shades_classic,
  );
  const bar = bars.create(total, 0, { changes: 0, failed: 0, left: "?", now: "" });
  let value = 0;
  return {
    advance(sums) {
      value += 1;
      bar.update(value, sums);
      bars.update();
    },
    say: (text) => bars.log(text),
    end: () => {
      // What was said last still waits for the next drawing.
      bars.update();
      bars.stop();
    },
    hasBar: true,
  };
}

/** Files take about the same time each, since GitHub's pace and not their length counts. In milliseconds. */
export function timeLeft(elapsedMs: number, done: number, total: number): number | null {
  return done === 0 ? null : (elapsedMs / done) * (total - done);
}

/** `3 h 20 min`; `?` where nobody knows. */
export function describeTime(milliseconds: number | null): string {
  if (milliseconds === null) return "?";
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
