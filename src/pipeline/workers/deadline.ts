import { readFileSync, readlinkSync } from "node:fs";

/** How often the time of a thread that hardly got any is given again. */
const MAX_EXTENSIONS = 2;

/** The ticks of a second in which Linux counts a thread's time. */
const TICKS = 100;

/**
 * Calls back when a thread has had its time. On a machine that has too much to do a thread may have waited for
 * most of it: then it has as much again, as far as the system tells.
 *
 * @param task - The thread, as `findTask` has it.
 * @returns Calls it off.
 */
export function startDeadline(seconds: number, task: string | null, onOver: () => void): () => void {
  const before = threadSeconds(task);
  let extensions = 0;
  const look = (): void => {
    const now = threadSeconds(task);
    const isStarved = before !== null && now !== null && now - before < (seconds * (extensions + 1)) / 2;
    if (!isStarved || extensions === MAX_EXTENSIONS) {
      onOver();
      return;
    }
    extensions += 1;
    timer = setTimeout(look, seconds * 1000);
  };
  let timer = setTimeout(look, seconds * 1000);
  return () => clearTimeout(timer);
}

/** What the system calls the thread that this is called on. null: it has no such name. */
export function findTask(): string | null {
  try {
    return readlinkSync("/proc/thread-self");
  } catch {
    return null;
  }
}

/** How long a thread has worked, whatever was in its way. null: nobody knows. */
function threadSeconds(task: string | null): number | null {
  if (task === null) return null;
  try {
    const [, fields = ""] = readFileSync(`/proc/${task}/stat`, "latin1").split(/\) (?=\w )/);
    const [user = Number.NaN, system = Number.NaN] = fields.split(" ").slice(11, 13).map(Number);
    return Number.isFinite(user + system) ? (user + system) / TICKS : null;
  } catch {
    return null;
  }
}
