import { z } from "zod";
import { CodedError } from "../messages/coded-error.ts";
import { gitHubMessage } from "../messages/github-errors.ts";

/** What GitHub answered cannot be used: it was cut off, or is no answer to what was asked. */
export class BrokenAnswerError extends CodedError {
  override readonly name = "BrokenAnswerError";
}

/** A token that is not all there would be used for an hour, and refused each time. */
const TOKEN = z.object({
  token: z.string().min(1),
  expires_at: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
});

/** Where a token of an installation is asked for. */
export const TOKEN_PATH = /\/app\/installations\/\d+\/access_tokens$/;

/** GitHub leads on once, from a former name to the id. */
const MAX_REDIRECTS = 3;

const REDIRECTS = new Set([301, 302, 307, 308]);

/** Answers with one of these have no body, or need none. */
const WITHOUT_BODY = new Set([202, 204, 205]);

/**
 * A `fetch` that gives an answer of GitHub's whole or not at all: Octokit takes what it could read of a body for all
 * of it, and text where it should be JSON. What became of a request whose answer was broken is unknown, as after any
 * answer that never came. What writes is led on to another address as it is; `fetch` itself would make a reading of
 * it.
 */
export function wholeAnswers(ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await follow(ask, input, init);
    return answer.ok ? assertWhole(answer) : answer;
  };
}

async function follow(
  ask: typeof fetch,
  input: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  const method = init?.method?.toUpperCase() ?? "GET";
  if (method === "GET" || method === "HEAD" || !(typeof input === "string" || input instanceof URL)) {
    return ask(input, init);
  }
  let url = new URL(input);
  for (let count = 0; count <= MAX_REDIRECTS; count += 1) {
    const answer = await ask(url, { ...init, redirect: "manual" });
    const location = REDIRECTS.has(answer.status) ? answer.headers.get("location") : null;
    if (location === null) return answer;
    const next = new URL(location, url);
    // What signs the request is for GitHub alone.
    if (next.origin !== url.origin)
      throw new BrokenAnswerError(gitHubMessage("redirect-elsewhere", { origin: next.origin }));
    await answer.body?.cancel();
    url = next;
  }
  throw new BrokenAnswerError(gitHubMessage("redirect-loop"));
}

async function assertWhole(answer: Response): Promise<Response> {
  const { status, url, headers } = answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > 0 || !WITHOUT_BODY.has(status)) assertJson(bytes, headers.get("content-type"), url);
  const whole = new Response(WITHOUT_BODY.has(status) && bytes.length === 0 ? null : bytes, answer);
  // A response that was made has no address.
  return Object.defineProperty(whole, "url", { value: url });
}

function assertJson(bytes: Uint8Array, type: string | null, url: string): void {
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type ?? "")) {
    throw new BrokenAnswerError(gitHubMessage("answer-not-json", { type: type ?? "no content type" }));
  }
  const value = parse(new TextDecoder().decode(bytes));
  if (typeof value !== "object" || value === null)
    throw new BrokenAnswerError(gitHubMessage("answer-truncated"));
  if (TOKEN_PATH.test(new URL(url).pathname) && !TOKEN.safeParse(value).success) {
    throw new BrokenAnswerError(gitHubMessage("answer-without-token"));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
