import type { Job } from "../queue/queue.ts";
import { type BackfillRequest, readRequest } from "./backfill/request.ts";

export type CommandName = "plan" | "apply" | "ignore" | "retry" | "backfill";

/** What is needed of an `issue_comment` webhook's payload. */
export interface CommentPayload {
  readonly comment: {
    readonly id: number;
    readonly body: string;
    readonly user: { readonly login: string } | null;
    readonly created_at?: string;
  };
  readonly issue: { readonly number: number; readonly pull_request?: unknown };
  readonly repository: { readonly full_name: string };
  readonly installation?: { readonly id: number } | undefined;
}

/** A command that somebody wrote into a comment. `name` null: a word that is no command. */
export interface Command {
  readonly name: CommandName | null;
  readonly number: number;
  readonly isPull: boolean;
  readonly commentId: number;
  readonly by: string;
  /** What a `backfill` is to do. */
  readonly backfill?: BackfillRequest;
  /** The hash of the plan that `apply` is about. null: the one that was shown last when the comment was written. */
  readonly plan?: string | null;
  /** When the comment was written, as an ISO instant. */
  readonly at?: string;
}

const COMMAND = /^\/minutebook(?:[ \t]+(\S+))?[ \t]*$/m;

const NAMES: ReadonlySet<string> = new Set<CommandName>(["plan", "ignore", "retry"]);

/** Alone, or with the hash that a waiting plan's check run shows. */
const APPLY = /^\/minutebook[ \t]+apply(?:[ \t]+([0-9a-f]{40}))?[ \t]*$/m;

/** The other command that takes words. */
const BACKFILL = /^\/minutebook[ \t]+backfill((?:[ \t]+\S+)*)[ \t]*$/m;

/** Reads a command: a line of its own that begins with `/minutebook`. null: the comment has none. */
export function readCommand({ comment, issue }: CommentPayload): Command | null {
  const body = comment.body.replaceAll("\r", "");
  const words = BACKFILL.exec(body)?.[1];
  const word = COMMAND.exec(body)?.[1] ?? "";
  const apply = APPLY.exec(body);
  const isCommand = words !== undefined || apply !== null || COMMAND.test(body);
  if (!isCommand || comment.user === null || comment.user.login.endsWith("[bot]")) return null;
  const common = {
    number: issue.number,
    isPull: Boolean(issue.pull_request),
    commentId: comment.id,
    by: comment.user.login,
  };
  if (apply !== null) {
    const at = comment.created_at === undefined ? {} : { at: comment.created_at };
    return { ...common, name: "apply", plan: apply[1] ?? null, ...at };
  }
  if (words === undefined) return { ...common, name: NAMES.has(word) ? (word as CommandName) : null };
  const backfill = readRequest(words.split(/\s+/).filter((part) => part !== ""));
  return backfill === null ? { ...common, name: null } : { ...common, name: "backfill", backfill };
}

/** The job that obeys a command. null: there is none in the comment. */
export function decideCommand(payload: CommentPayload, deliveryId: string): Job | null {
  const command = readCommand(payload);
  if (command === null || payload.installation === undefined) return null;
  return {
    installationId: payload.installation.id,
    repository: payload.repository.full_name,
    cause: "retry",
    deliveryId,
    data: { command },
  };
}
