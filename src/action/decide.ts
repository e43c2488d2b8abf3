import { actionError } from "../messages/action-errors.ts";
import { skippedEvent } from "../messages/skipped-events.ts";
import type { Message } from "../messages/message.ts";
import { findProposers, type PullEvent } from "../pipeline/pull-event.ts";
import { type PushEvent, readPushEvent } from "../pipeline/push-event.ts";
import { InputError, type Inputs } from "./inputs.ts";
import { isSameName } from "../minutes/repository-name.ts";

/** What a run is about. */
export type Work =
  | { readonly kind: "nothing"; readonly reason: Message }
  /** A pull request: what its tip would bring about. */
  | { readonly kind: "preview"; readonly commit: string; readonly proposers: readonly string[] }
  /**
   * What changed from one commit, null: from nothing, to the head. `commit` is the one that was pushed; null: no
   * push.
   */
  | { readonly kind: "range"; readonly before: string | null; readonly commit: string | null }
  /** Minutes as they are at the head; an empty path is all of them. */
  | { readonly kind: "standing"; readonly paths: readonly string[] };

/** The event that started the workflow. */
export interface WorkflowEvent {
  /** As `github.event_name`. */
  readonly name: string;
  /** As `github.event`. */
  readonly payload: unknown;
  /** The repository that it happened in. */
  readonly repository: string;
}

interface PullActivity extends PullEvent {
  readonly action?: string;
}

/**
 * Decides what a run is about: what the inputs name, or else what the event changed.
 *
 * @param own - The login of our bot, whose pushes start nothing. null: the sender is no bot.
 */
export function decideWork(event: WorkflowEvent, inputs: Inputs, own: string | null): Work {
  const { paths, from, mode } = inputs;
  if (paths.length > 0 && from !== null) throw new InputError(actionError("paths-and-from"));
  // An event elsewhere says nothing about what changed in these minutes.
  const isHere = isSameName(event.repository, inputs.repository);
  const isPull = /^pull_request(?:_target)?$/.test(event.name);
  // A fork's minutes are those of the repository that it was forked from, which posts them itself.
  if (isHere && !isPull && isFork(event.payload))
    return { kind: "nothing", reason: skippedEvent("push-to-fork") };
  // Whoever opened it: before it is merged it makes nobody post anything, whatever else the inputs name.
  if (isPull) {
    if (mode === "apply") throw new InputError(actionError("apply-on-pull"));
    if (isHere) return decidePull(event.payload as PullActivity);
    if (mode !== "plan") return { kind: "nothing", reason: skippedEvent("pull-elsewhere") };
  }
  if (paths.length > 0) return { kind: "standing", paths };
  if (from !== null) return { kind: "range", before: from, commit: null };
  if (isHere && event.name === "push") return decidePush(event.payload as PushEvent, own);
  return { kind: "standing", paths: [""] };
}

function isFork(payload: unknown): boolean {
  const { repository } = Object(payload) as { readonly repository?: { readonly fork?: boolean } };
  return repository?.fork === true;
}

function decidePull(event: PullActivity): Work {
  const { action, pull_request: pull, repository } = event;
  if (action === "closed") return { kind: "nothing", reason: skippedEvent("pull-closed") };
  if (pull.base.ref !== repository.default_branch) {
    const reason = skippedEvent("pull-to-other-branch", { branch: repository.default_branch });
    return { kind: "nothing", reason };
  }
  return { kind: "preview", commit: pull.head.sha, proposers: findProposers(event) };
}

function decidePush(event: PushEvent, own: string | null): Work {
  const pushed = readPushEvent(event, own);
  return "ignored" in pushed ? { kind: "nothing", reason: pushed.ignored } : { kind: "range", ...pushed };
}
