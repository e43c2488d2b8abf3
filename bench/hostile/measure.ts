import { reportPreview } from "../../src/pipeline/report/preview.ts";
import { assumedSnapshot } from "../../src/plan/assumed-snapshot.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import { snapshotRequest } from "../../src/plan/snapshot-request.ts";
import type { KnownRepository, Snapshot } from "../../src/plan/snapshot.ts";
import { applied, config, fileOf, inputOf, MINUTES, TARGET } from "../../test/plan/builders.ts";

/** What became of a shape, phase by phase, in milliseconds of this thread's own time: others may use the machine too. */
export interface Times {
  readonly read: number;
  readonly plan: number;
  readonly report: number;
  /** Planning once more, with everything posted and every line edited. */
  readonly edit: number;
}

export type Phase = keyof Times;

const settings = {
  ...config,
  milestones: ["1.0", "1.1", "2.0"],
  releases: { ...config.releases, assignMilestone: true },
};

/**
 * Processes a text like a push, except for GitHub, on which everything exists.
 *
 * @param begin - Called before each phase.
 */
export function measure(path: string, text: string, begin: (phase: Phase) => void): Times {
  const timed = <T>(phase: Phase, task: () => T): readonly [T, number] => {
    begin(phase);
    const start = cpuTime();
    const value = task();
    return [value, cpuTime() - start];
  };
  const [file, read] = timed("read", () => fileOf(text, null, { path }));
  const request = { repository: MINUTES, config: settings, files: [file] };
  const [planned, plan] = timed("plan", () => {
    const snapshot = assumedSnapshot(snapshotRequest(request), { config: settings, repository: MINUTES });
    return { plan: makePlan(inputOf([file], { config: settings, snapshot })), snapshot };
  });
  const [, report] = timed("report", () => [
    reportPreview("1".repeat(40), planned.plan, []),
    renderPlan(planned.plan, { bodies: true }),
  ]);
  const edited = { ...fileOf(text.replaceAll("i", "ie"), null, { path }), previous: file.meeting };
  const snapshot = posted(planned.snapshot, planned.plan);
  const [, edit] = timed("edit", () => makePlan(inputOf([edited], { config: settings, snapshot })));
  return { read, plan, report, edit };
}

function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function posted(snapshot: Snapshot, plan: ReturnType<typeof makePlan>): Snapshot {
  const before = snapshot.repositories[TARGET] as KnownRepository | undefined;
  if (before === undefined) return snapshot;
  return { ...snapshot, repositories: { ...snapshot.repositories, [TARGET]: applied(before, plan) } };
}
