import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { findMarker } from "../marker.ts";
import type { IssueStep } from "../plan.ts";
import { findMoves, isMovedUnread, type Planning } from "../planning.ts";
import type { IssueRecord } from "./records.ts";
import { replaceMarker } from "./region.ts";

/**
 * The step of an issue, where minutes that have the action have another path by now and the step does not say so: it
 * is left as it is, or they cannot be processed. Its marker says it, so that it is recognized.
 */
export function followPath(step: IssueStep, record: IssueRecord, { input, files }: Planning): IssueStep {
  const { existing } = record;
  if (existing === null || existing.gone || step.action === "skip") return step;
  const isIdle = step.action === "keep";
  const body = isIdle ? existing.body : (step.body ?? "");
  const marker = findMarker(body);
  const moves = findMoves(isIdle ? files : files.filter(isMovedUnread));
  if (marker?.kind !== "issue") return step;
  const nowAt = (path: string): string => moves.get(path) ?? path;
  const path = record.home?.file.path ?? nowAt(marker.path);
  const also = marker.also.map((entry) => ({ ...entry, path: nowAt(entry.path) }));
  const from = [marker.path, ...marker.also.map((entry) => entry.path)].find((one) => moves.has(one));
  if (from === undefined) return step;
  return {
    ...step,
    ...(isIdle ? { action: "update", reason: stepReason("marker-moved", { path: from }) } : {}),
    body: replaceMarker(body, { ...marker, path, also, commit: input.commit }),
  };
}
