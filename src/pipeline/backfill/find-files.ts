import type { Config } from "../../config/config.ts";
import type { FileReading, Head } from "../../github/port.ts";
import type { IsoDate } from "../../minutes/meeting.ts";
import { hashText } from "../../plan/hash.ts";
import type { PlanningTools } from "../tools.ts";
import { WorkError } from "../workers/work-error.ts";
import { type From, StartError } from "./from.ts";

/** Old minutes as they are now. */
export interface BackfillFile {
  readonly path: string;
  /** The meeting's day. null: nobody knows. */
  readonly date: IsoDate | null;
  /** Of the text: minutes that were changed since have another. */
  readonly hash: string;
}

export interface Wish {
  readonly head: Head;
  readonly commit: string;
  readonly config: Config;
  /** null: from the first minutes on. */
  readonly from: From | null;
  /** Of the meetings. */
  readonly order: "oldest" | "newest";
}

export interface LeftOut {
  readonly path: string;
  readonly reason: string;
  /** Reading it takes more than one file may take. (Default: it does not) */
  readonly isOverBudget?: boolean;
}

export interface FoundFiles {
  /** In the order of the meetings; those of which nobody knows the day come last. */
  readonly files: readonly BackfillFile[];
  /** Left out, each with its reason. */
  readonly left: readonly LeftOut[];
}

/** Texts that are kept at a time. */
const AT_A_TIME = 100;

/**
 * Finds the minutes that a backfill is about, in the order of their meetings.
 *
 * @throws StartError where it starts from a commit that is not there
 */
export async function findFiles(tools: Tools, wish: Wish): Promise<FoundFiles> {
  const { github } = tools;
  const paths = await findPaths(tools, wish);
  const files: BackfillFile[] = [];
  const left: LeftOut[] = [];
  for (let start = 0; start < paths.length; start += AT_A_TIME) {
    const wanted = paths.slice(start, start + AT_A_TIME).map((path) => ({ path, commit: wish.commit }));
    for (const reading of await github.readFiles(wish.head.name, wanted)) {
      const file = await read(tools, reading, wish);
      if ("reason" in file) left.push(file);
      else if (isSince(file, wish.from)) files.push(file);
      else if (file.date === null) left.push({ path: file.path, reason: "no meeting date found" });
    }
  }
  return { files: files.toSorted((one, other) => compare(one, other, wish.order)), left };
}

type Tools = Pick<PlanningTools, "github" | "workers" | "signal">;

async function findPaths(
  { github, workers, signal }: Tools,
  { head, commit, config, from }: Wish,
): Promise<readonly string[]> {
  const before = from !== null && "commit" in from ? from.commit : null;
  const changes = await github.readChanges(head.name, { before, commit: commit });
  if (changes.before === "gone") throw new StartError(`There is no commit ${before} in ${head.name}.`);
  const moves = await workers.run("findMinutes", { config, files: changes.files }, signal);
  return moves.flatMap(({ now }) => now ?? []);
}

async function read(
  { workers, signal }: Tools,
  { path, text, problem }: FileReading,
  { config, head }: Wish,
): Promise<BackfillFile | LeftOut> {
  if (text === null) return { path, reason: problem?.text ?? "the file cannot be read" };
  const context = { repository: head.name, milestones: {} };
  try {
    const { date, problem: reason } = await workers.run("readDate", { path, text, config, context }, signal);
    return reason === null ? { path, date, hash: hashText(text) } : { path, reason };
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    return { path, reason: `it ${error.message} to read`, isOverBudget: true };
  }
}

function isSince({ date }: BackfillFile, from: From | null): boolean {
  return from === null || "commit" in from || (date !== null && date >= from.date);
}

function compare(one: BackfillFile, other: BackfillFile, order: Wish["order"]): number {
  if (one.date === null || other.date === null) {
    return Number(one.date === null) - Number(other.date === null) || comparePaths(one, other);
  }
  const byDay = one.date < other.date ? -1 : one.date > other.date ? 1 : comparePaths(one, other);
  return order === "oldest" ? byDay : -byDay;
}

/** By their characters' numbers: the machine's language must not show in a result. */
function comparePaths(one: BackfillFile, other: BackfillFile): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
