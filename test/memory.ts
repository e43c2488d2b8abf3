import { readFileSync } from "node:fs";

/** How often it is looked. In milliseconds. */
const EACH_MS = 10;

/** Resident memory of a process and all that it started, in bytes; watched until it is stopped. Linux alone tells. */
export interface MemoryWatch {
  readonly now: () => number;
  readonly peak: () => number;
  /** Returns the peak. */
  readonly stop: () => number;
}

export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const now = (): number => family(pid).reduce((sum, member) => sum + residentOf(member), 0);
  const look = (): number => {
    peak = Math.max(peak, now());
    return peak;
  };
  const timer = setInterval(look, EACH_MS);
  timer.unref();
  return {
    now,
    peak: () => peak,
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

/** A process may end while it is looked at: then it has nothing. */
function residentOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function family(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`)
    .split(" ")
    .filter((part) => part !== "");
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
