import type { JobOf } from "../queue/job.ts";
import type { Command } from "../queue/job-data.ts";
import { findCommandLine } from "./command-line.ts";
import { type RepositoryPayload, repositoryOf } from "./repository-payload.ts";
import { readUndoRequest } from "./undo/request.ts";
import { readRequest } from "./backfill/request.ts";
import { readStepNumbers } from "./step-numbers.ts";

export type CommandName = NonNullable<Command["name"]>;

/** What is needed of an `issue_comment` webhook's payload. */
export interface CommentPayload {
  readonly comment: {
    readonly id: number;
    readonly body: string | null;
    readonly user: { readonly login: string; readonly type?: string } | null;
    readonly performed_via_github_app?: unknown;
  };
  readonly issue: { readonly number: number; readonly pull_request?: unknown };
  readonly repository: RepositoryPayload;
  readonly installation?: { readonly id: number } | undefined;
  readonly sender?: { readonly login: string } | undefined;
}

const NAMES: ReadonlySet<string> = new Set<CommandName>(["plan", "ignore", "retry"]);

/**
 * Reads a command: a line of its own that begins with `/minutebook` (see `command-line.ts`), by a person who wrote the
 * comment. null: the comment has none.
 */
export function readCommand({ comment, issue, sender }: CommentPayload): Command | null {
  const { user } = comment;
  const isPerson = user !== null && user.type !== "Bot" && !user.login.endsWith("[bot]");
  // An app that acts for a person hands on what others wrote.
  if (!isPerson || comment.performed_via_github_app) return null;
  // Comments come along where somebody else transfers an issue.
  if (sender !== undefined && sender.login !== user.login) return null;
  const words = findCommandLine(comment.body ?? "");
  if (words === null) return null;
  const common = {
    number: issue.number,
    isPull: Boolean(issue.pull_request),
    commentId: comment.id,
    by: user.login,
  };
  return { ...common, ...understand(words) };
}

function understand([name = "", ...rest]: readonly string[]): Pick<
  Command,
  "name" | "backfill" | "undo" | "plan" | "steps"
> {
  if (name === "backfill") {
    const backfill = readRequest(rest);
    return backfill === null ? { name: null } : { name, backfill };
  }
  if (name === "undo") {
    const undo = readUndoRequest(rest);
    return undo === null ? { name: null } : { name, undo };
  }
  if (name === "apply") return understandApply(rest);
  return { name: NAMES.has(name) && rest.length === 0 ? (name as CommandName) : null };
}

/** Alone, or with the hash that a waiting plan's check run shows, and the numbers of some of its steps. */
function understandApply(words: readonly string[]): Pick<Command, "name" | "plan" | "steps"> {
  const [hash = null, ...others] = words;
  const steps = readStepNumbers(others);
  if (steps === null || (hash !== null && !/^[0-9a-f]{40}$/.test(hash))) return { name: null };
  return { name: "apply", plan: hash, ...(steps.length === 0 ? {} : { steps: [...steps] }) };
}

/** The job that obeys a command. null: there is none in the comment. */
export function decideCommand(payload: CommentPayload, deliveryId: string): JobOf<"command"> | null {
  const command = readCommand(payload);
  if (command === null || payload.installation === undefined) return null;
  return {
    installationId: payload.installation.id,
    ...repositoryOf(payload.repository),
    cause: "command",
    deliveryId,
    data: { command },
  };
}
