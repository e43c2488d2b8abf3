import type { z } from "zod";
import { GitHubError } from "./errors.ts";

/** GitHub's answer does not say what was asked. That is never to be taken for "there is none". */
export class UnansweredError extends GitHubError {
  /** @param writes - Whether the request could change something, so that its outcome is unknown. */
  constructor(message: string, writes: boolean, retryAfterSeconds: number | null = null) {
    super({
      kind: "transient",
      message,
      status: null,
      outcomeUnknown: writes,
      retryAfterSeconds,
      cause: null,
    });
  }
}

/** A rate limit that is told with the status of a good answer says nothing of how long it lasts. In seconds. */
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
  if (isIncomplete === true) throw new UnansweredError(`GitHub's answer is incomplete (${asked}).`, writes);
  // A commit has a message too.
  const isOnlyMessage = Object.keys(Object(data)).every((key) =>
    ["message", "documentation_url", "status"].includes(key),
  );
  const isLimit = typeof message === "string" && isOnlyMessage && /\brate limit/i.test(message);
  if (isLimit) throw new UnansweredError(`${message} (${asked})`, writes, PATIENCE_SECONDS);
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  throw new UnansweredError(`GitHub's answer ${describeMisfit(read.error)} (${asked}).`, writes);
}

/** Where an answer does not fit, for people: "has no title". */
export function describeMisfit({ issues: [first] }: z.ZodError): string {
  const path = first?.path.map(String).join(".") ?? "";
  return path === "" ? "is not of the form that it should have" : `does not say what "${path}" is`;
}
