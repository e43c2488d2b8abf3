import { readConfig } from "../../../src/config/read-config.ts";
import { applyPlan } from "../../../src/github/apply/apply-plan.ts";
import type { FileName, FileReading, GitHub, Head } from "../../../src/github/port.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import { noLog } from "../../../src/pipeline/log.ts";
import { preparePlan } from "../../../src/pipeline/prepare.ts";
import { createMemoryGitHub } from "../../../src/pipeline/replay/memory-github.ts";
import type { Write } from "../../../src/pipeline/replay/memory-store.ts";
import { workInPlace } from "../../../src/pipeline/workers/in-place.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import type { OwnComment, Snapshot } from "../../../src/plan/snapshot.ts";

const MINUTES = "orchard/team";
export const APP = "orchard/apple";

export interface World {
  /** Commits files (null: removed; `from`: renamed) and does what the app does on the push. */
  readonly push: (
    files: Readonly<Record<string, string | null>>,
    renamed?: { readonly from: string; readonly to: string },
  ) => Promise<readonly Write[]>;
  /** Plans the same head again for all files. */
  readonly planAgain: () => Promise<Plan>;
  /** A person writes below all that is there. */
  readonly answer: (number: number) => Promise<void>;
  readonly deleteComments: (number: number) => Promise<void>;
  readonly loseLedger: () => void;
  /** Our comments on a thread, oldest first. */
  readonly comments: (number: number) => Promise<readonly OwnComment[]>;
}

/** Minutes and an issue tracker in memory, with the real planner and the real apply. */
export function makeWorld(more = ""): World {
  const { config } = readConfig(
    `minutes: ["calls/*.md"]\nrepository: ${APP}\nactions: {enabled: false}\n${more}`,
    ".github/minutebook.yml",
  );
  if (config === null) throw new Error("The test's configuration is wrong.");
  const commits: Map<string, string>[] = [new Map()];
  const nameOf = (index: number): string => String(index).padStart(40, "0");
  const head: Head = {
    name: MINUTES,
    id: null,
    url: `https://github.com/${MINUTES}`,
    visibility: "public",
    isFork: false,
    defaultBranch: "main",
    commit: nameOf(0),
    configuration: null,
  };
  const writes: Write[] = [];
  const memory = createMemoryGitHub({
    head,
    config,
    files: new Map(),
    onWrite: (write) => writes.push(write),
  });
  const answered = new Map<number, ReadonlySet<string>>();
  const read = ({ path, commit }: FileName): FileReading => ({
    path,
    commit,
    text: commits[Number(commit)]?.get(path) ?? null,
    problem: null,
  });
  const withAnswers = (snapshot: Snapshot): Snapshot => {
    const repositories = Object.entries(snapshot.repositories).map(([name, state]) => {
      if (!state.known) return [name, state] as const;
      const threads = Object.entries(state.threads).map(([number, thread]) => {
        if (!thread.known) return [number, thread] as const;
        const ids = answered.get(Number(number));
        const comments = thread.comments.map((one) => ({
          ...one,
          answered: ids?.has(String(one.id)) === true,
        }));
        return [number, { ...thread, comments }] as const;
      });
      return [name, { ...state, threads: Object.fromEntries(threads) }] as const;
    });
    return { ...snapshot, repositories: Object.fromEntries(repositories) };
  };
  let ledger = createMemoryLedger();
  const snapshotOf = async (numbers: readonly number[]): Promise<Snapshot> =>
    memory.readSnapshot(
      {
        repositories: {
          [APP]: { threads: [...numbers], milestones: false, labels: [], logins: [], actionIssues: false },
        },
      },
      [],
      ledger,
    );
  const comments = async (number: number): Promise<readonly OwnComment[]> => {
    const state = withAnswers(await snapshotOf([number])).repositories[APP];
    const thread = state?.known === true ? state.threads[String(number)] : undefined;
    return thread?.known === true ? thread.comments : [];
  };
  const github: GitHub = {
    ...memory,
    readContents: async (repository, wanted, reach) => ({
      ...(await memory.readContents(repository, wanted, reach)),
      files: wanted.map(read),
    }),
    readFiles: async (_repository, wanted) => wanted.map(read),
    // A comment that the ledger knows and that is not there was deleted by a person.
    readSnapshot: async (request, known, issues) => {
      const snapshot = withAnswers(await memory.readSnapshot(request, known, issues));
      const repositories = Object.entries(snapshot.repositories).map(([name, state]) => {
        if (!state.known) return [name, state] as const;
        const threads = Object.entries(state.threads).map(([number, thread]) => {
          if (!thread.known) return [number, thread] as const;
          const there = new Set(thread.comments.map(({ id }) => String(id)));
          const gone = known.filter((one) => one.number === Number(number) && !there.has(String(one.id)));
          return [number, { ...thread, deletedComments: gone.map(({ key }) => key) }] as const;
        });
        return [name, { ...state, threads: Object.fromEntries(threads) }] as const;
      });
      return { ...snapshot, repositories: Object.fromEntries(repositories) };
    },
  };
  const tools = () => ({
    workers: workInPlace(),
    signal: new AbortController().signal,
    github,
    ledger,
    log: noLog,
    hostAliases: [],
    now: () => Date.parse("2030-01-01"),
    wait: async () => undefined,
  });
  type Moves = readonly { readonly now: string | null; readonly before: string | null }[];
  const plan = async (before: number, after: number, moves: Moves): Promise<Plan> => {
    const range = { before: nameOf(before), commit: nameOf(after) };
    const at = { ...head, commit: nameOf(after) };
    return (await preparePlan(tools(), { head: at, config, range, moves, mayHavePosts: true })).plan;
  };
  return {
    async push(files, renamed) {
      const old = commits.at(-1) ?? new Map<string, string>();
      const next = new Map(old);
      if (renamed !== undefined) {
        next.set(renamed.to, next.get(renamed.from) ?? "");
        next.delete(renamed.from);
      }
      for (const [path, text] of Object.entries(files)) {
        if (text === null) next.delete(path);
        else next.set(path, text);
      }
      commits.push(next);
      const moves = [...new Set([...Object.keys(files), ...(renamed === undefined ? [] : [renamed.to])])].map(
        (path) => ({
          now: next.has(path) ? path : null,
          before: renamed?.to === path ? renamed.from : old.has(path) ? path : null,
        }),
      );
      const made = await plan(commits.length - 2, commits.length - 1, moves);
      const { steps } = await applyPlan(made, tools());
      const failed = steps.filter(({ outcome }) => outcome === "failed");
      if (failed.length > 0) throw new Error(failed.map(({ cause }) => cause).join("\n"));
      return writes.splice(0);
    },
    async planAgain() {
      const last = commits.length - 1;
      const paths = [...(commits[last]?.keys() ?? [])];
      return plan(
        last,
        last,
        paths.map((path) => ({ now: path, before: path })),
      );
    },
    async answer(number) {
      answered.set(number, new Set((await comments(number)).map(({ id }) => String(id))));
    },
    async deleteComments(number) {
      const target = { repository: APP, number, thread: "issue", nodeId: null } as const;
      for (const { id } of await comments(number)) await memory.deleteComment(target, id);
      writes.splice(0);
    },
    loseLedger() {
      ledger = createMemoryLedger();
    },
    comments,
  };
}

/** The files that a comment has a part of, the newest first. */
export function pathsIn({ body }: Pick<OwnComment, "body">): readonly string[] {
  const marker = findMarker(body);
  return marker?.kind === "comment" ? [marker.path, ...(marker.earlier ?? []).map(({ path }) => path)] : [];
}
