import type { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { Message } from "../messages/message.ts";
import { GitHubError } from "./errors.ts";

/** GitHub's answer doesn't say what was asked. Never treat that as "there is none". */
export class UnansweredError extends GitHubError {
  /** @param writes - Whether the request could change something, so that its outcome is unknown. */
  constructor(message: Message, writes = false, retryAfterSeconds: number | null = null) {
    super(message, { kind: "transient", outcomeUnknown: writes, retryAfterSeconds });
  }
}

/** A rate limit that comes with the status of a good answer doesn't say how long it lasts. In seconds. */
const PATIENCE_SECONDS = 60;

/**
 * What REST answered, as far as it is used.
 *
 * @param asked - The request, for people.
 * @throws UnansweredError where it does not fit
 */
export function readAnswer<T>(schema: z.ZodType<T>, data: unknown, asked: string, writes: boolean): T {
  const { message, incomplete_results: isIncomplete } = Object(data) as {
    readonly message?: unknown;
    readonly incomplete_results?: unknown;
  };
  if (isIncomplete === true)
    throw new UnansweredError(gitHubMessage("answer-incomplete", { request: asked }), writes);
  // A commit has a message too.
  const isOnlyMessage = Object.keys(Object(data)).every((key) =>
    ["message", "documentation_url", "status"].includes(key),
  );
  const isLimit = typeof message === "string" && isOnlyMessage && /\brate limit/i.test(message);
  if (isLimit)
    throw new UnansweredError(
      gitHubMessage("limit-in-answer", { answer: message, request: asked }),
      writes,
      PATIENCE_SECONDS,
    );
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  throw new UnansweredError(describeMisfit(read.error, asked), writes);
}

/**
 * Where an answer doesn't have the form that it should have.
 *
 * @param within - The place of what was read in the whole answer.
 */
export function describeMisfit(
  { issues: [first] }: z.ZodError,
  request: string,
  within: readonly PropertyKey[] = [],
): Message {
  const path = [...within, ...(first?.path ?? [])].map(String).join(".");
  return path === ""
    ? gitHubMessage("answer-malformed", { request })
    : gitHubMessage("answer-lacks-value", { path, request });
}
