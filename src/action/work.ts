import { findScope } from "../pipeline/find-scope.ts";
import type { Head } from "../github/port.ts";
import { planPreview } from "../pipeline/preview.ts";
import { reportPreview } from "../pipeline/report/preview.ts";
import type { PushWork } from "../pipeline/run-push.ts";
import { isStale } from "../pipeline/stale-branch.ts";
import type { PipelineTools } from "../pipeline/tools.ts";
import type { Work } from "./decide.ts";
import { nothing, type Outcome, reported } from "./outcome.ts";

/** What a pull request would bring about. Posts nothing. */
export async function preview(
  tools: PipelineTools,
  repository: string,
  { commit, proposers }: Extract<Work, { readonly kind: "preview" }>,
): Promise<Outcome> {
  const scope = await findScope(tools, repository, proposers);
  const found = await planPreview(tools, repository, { commit, scope });
  if (found === null) return nothing("The pull request touches no minutes.");
  const { plan, problems } = found;
  return reported(reportPreview(commit, plan, problems, { scope: plan === null ? "all" : scope }), plan);
}

type Posting = Exclude<Work, { readonly kind: "nothing" | "preview" }>;

/** What a run is about, from the head as GitHub shows it. null: nothing is new. */
export function findWork(work: Posting, head: Head): PushWork | null {
  if (work.kind === "standing") return work;
  const { before } = work;
  const isOld = isStale({ shown: head.commit, before, pushed: work.commit });
  const commit = isOld ? work.commit : head.commit;
  return commit === null || commit === before ? null : { kind: "changes", range: { before, commit } };
}
