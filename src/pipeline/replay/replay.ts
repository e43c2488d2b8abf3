import type { Config } from "../../config/config.ts";
import type { Head } from "../../github/port.ts";
import { createMemoryLedger } from "../../ledger/memory-ledger.ts";
import type { IsoDate } from "../../minutes/meeting.ts";
import type { Step } from "../../plan/plan.ts";
import { applyFile, planFile } from "../backfill/apply-file.ts";
import { type BackfillFile, findFiles, type LeftOut } from "../backfill/find-files.ts";
import { noLog } from "../log.ts";
import type { PipelineTools, ReadingTools } from "../tools.ts";
import { createMemoryGitHub } from "./memory-github.ts";
import type { Write } from "./memory-store.ts";
import { type Post, toPost } from "./post.ts";

export interface ReplayInput {
  /** The minutes' repository with the commit that is replayed. */
  readonly head: Head & { readonly commit: string };
  readonly config: Config;
  /** Every file of the repository that may be minutes, by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** First and last day of the meetings. null: all of them. */
  readonly since: IsoDate | null;
  readonly until: IsoDate | null;
  /** In milliseconds since 1970: minutes dated later are agendas. */
  readonly now: number;
  readonly onProgress?: (done: number, all: number, path: string) => void;
}

export interface Replay {
  /** The minutes, in the order in which they were pushed: by the day of their meeting. */
  readonly pushes: readonly BackfillFile[];
  /** In the order in which they would have been made. */
  readonly posts: readonly Post[];
  /** Minutes that were not pushed, each with its reason. */
  readonly left: readonly LeftOut[];
  /** Steps that failed, which is a bug. */
  readonly failures: readonly { readonly path: string; readonly cause: string }[];
}

/**
 * What would have been posted if each of these minutes had been pushed on its own, in the order of the meetings, to a
 * GitHub on which every issue that they mention exists and nobody else writes. Plans and applies as the app does.
 */
export async function replay(reading: ReadingTools, input: ReplayInput): Promise<Replay> {
  const { head, config, files } = input;
  const writes: Write[] = [];
  const github = createMemoryGitHub({ head, config, files, onWrite: (write) => writes.push(write) });
  const tools: PipelineTools = {
    ...reading,
    github,
    ledger: createMemoryLedger(),
    log: noLog,
    hostAliases: [],
    now: () => input.now,
    wait: async () => undefined,
  };
  const { pushes, left } = await findPushes(tools, input);
  const posts: Post[] = [];
  const failures: { path: string; cause: string }[] = [];
  for (const [index, { path, date }] of pushes.entries()) {
    input.onProgress?.(index, pushes.length, path);
    const plan = await planFile(tools, { head, commit: head.commit, config, path });
    const { done, refused, left: undone } = await applyFile(tools, plan);
    const steps = new Map(done.flatMap(({ step, url }) => (url === null ? [] : [[url, step] as const])));
    const at = { push: index + 1, date, path };
    posts.push(...writes.splice(0).map((write) => toPost(write, findStep(write, steps), at)));
    for (const { cause } of [...refused, ...undone]) failures.push({ path, cause: cause?.text ?? "" });
  }
  return { pushes, posts, left, failures };
}

function findStep({ url }: Write, steps: ReadonlyMap<string, Step>): Step | undefined {
  return steps.get(url);
}

async function findPushes(
  tools: PipelineTools,
  { head, config, since, until }: ReplayInput,
): Promise<{ readonly pushes: readonly BackfillFile[]; readonly left: readonly LeftOut[] }> {
  const from = since === null ? null : { date: since };
  const found = await findFiles(tools, { head, commit: head.commit, config, from, order: "oldest" });
  const pushes = found.files.filter(({ date }) => until === null || (date !== null && date <= until));
  return { pushes, left: found.left };
}
