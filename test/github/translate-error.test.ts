import { describe, expect, test } from "@jest/globals";
import { RequestError } from "@octokit/request-error";
import { GitHubError, isMissing } from "../../src/github/errors.ts";
import { translateError } from "../../src/github/translate-error.ts";

const request = { method: "POST" as const, url: "https://api.github.com/repos/o/r/issues", headers: {} };

function answered(status: number, message: string, headers: Record<string, string> = {}): RequestError {
  return new RequestError(message, status, {
    request,
    response: { status, url: request.url, headers, data: {} },
  });
}

function graphql(...errors: object[]): Error {
  return Object.assign(new Error("Request failed"), { name: "GraphqlResponseError", errors, data: null });
}

describe("translateError", () => {
  test.each([
    [403, "Resource not accessible by integration"],
    [404, "Not Found"],
    [410, "Issues are disabled for this repo"],
    [422, "Validation Failed"],
    [451, "Repository access blocked"],
  ])("takes %i for a refusal that is not tried again", (status, message) => {
    const error = translateError(answered(status, message), true);

    expect(error).toMatchObject({ kind: "refused", status, outcomeUnknown: false });
    expect(error.message).toBe(`${message} (${status} for POST /repos/o/r/issues)`);
  });

  test.each([
    [429, "Too many requests", {}],
    [403, "You have exceeded a secondary rate limit", { "retry-after": "30" }],
    [403, "API rate limit exceeded", { "x-ratelimit-remaining": "0" }],
    [403, "You have triggered an abuse detection mechanism.", { "retry-after": "30" }],
  ])("takes %i (%s) for a limit: nothing was done, and it may be tried later", (status, message, headers) => {
    const error = translateError(answered(status, message, headers as Record<string, string>), true);

    expect(error).toMatchObject({ kind: "transient", outcomeUnknown: false });
  });

  test("says which permission is missing, and where it is granted", () => {
    const headers = { "x-accepted-github-permissions": "issues=write; pull_requests=write" };

    const { message } = translateError(
      answered(403, "Resource not accessible by integration", headers),
      true,
    );

    expect(message).toContain("It needs issues: write or pull_requests: write: an owner grants it");
  });

  test("keeps how long GitHub asks to wait", () => {
    const error = translateError(answered(403, "secondary rate limit", { "retry-after": "30" }), true);

    expect(error.retryAfterSeconds).toBe(30);
  });

  test.each([
    ["a date", { date: "Mon, 05 Jan 2026 09:00:00 GMT", "retry-after": "Mon, 05 Jan 2026 09:01:30 GMT" }, 90],
    [
      "a date that is past",
      { date: "Mon, 05 Jan 2026 09:00:00 GMT", "retry-after": "Mon, 05 Jan 2026 08:00:00 GMT" },
      1,
    ],
    ["years", { "retry-after": "99999999999" }, 3600],
    ["a time that is past", { "retry-after": "-5" }, 1],
    ["no time at all", { "retry-after": "0" }, 1],
    ["infinity", { "retry-after": "Infinity" }, null],
    ["words", { "retry-after": "soon" }, null],
    ["nothing", { "retry-after": "" }, null],
    [
      "the next century",
      {
        date: "Mon, 05 Jan 2026 09:00:00 GMT",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "4767638400000",
      },
      3600,
    ],
    ["an hour of which it does not say when", { "x-ratelimit-remaining": "0" }, null],
  ])("waits a time that makes sense where GitHub asks for %s", (_what, headers, expected) => {
    const error = translateError(answered(403, "secondary rate limit", headers), true);

    expect(error).toMatchObject({ kind: "transient", retryAfterSeconds: expected });
  });

  test("waits for the next hour, by GitHub's clock, where the hour's requests are used up", () => {
    const headers = {
      date: "Mon, 05 Jan 2026 09:00:00 GMT",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Date.UTC(2026, 0, 5, 9, 20) / 1000),
    };

    expect(translateError(answered(403, "API rate limit exceeded", headers), true)).toMatchObject({
      kind: "transient",
      retryAfterSeconds: 1201,
    });
  });

  test.each(["RATE_LIMITED", "RATE_LIMIT"])(
    "takes GraphQL's limit (%s) for one that passes, as the throttling plugin tells it too",
    (type) => {
      const headers = {
        date: "Mon, 05 Jan 2026 09:00:00 GMT",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Date.UTC(2026, 0, 5, 9, 1) / 1000),
      };
      const errors = [{ type, message: "API rate limit exceeded" }];
      const limit = { kind: "transient", outcomeUnknown: false, retryAfterSeconds: 61 };

      expect(translateError(Object.assign(graphql(...errors), { headers }), true)).toMatchObject(limit);
      const plain = Object.assign(new Error("GraphQL Rate Limit Exceeded"), {
        response: { status: 200, headers, data: { errors } },
      });
      expect(translateError(plain, true)).toMatchObject(limit);
    },
  );

  test("takes 5xx after a write for an outcome that nobody knows, after a read for none", () => {
    expect(translateError(answered(502, "Bad Gateway"), true)).toMatchObject({
      kind: "transient",
      outcomeUnknown: true,
    });
    expect(translateError(answered(502, "Bad Gateway"), false)).toMatchObject({ outcomeUnknown: false });
  });

  test("takes a connection that broke for an outcome that nobody knows", () => {
    const error = translateError(new RequestError("socket hang up", 500, { request }), true);

    expect(error).toMatchObject({ kind: "transient", outcomeUnknown: true });
    expect(error.message).toContain("No answer from GitHub");
  });

  test.each([
    ["refused", { type: "FORBIDDEN", message: "no", path: ["node"] }],
    ["refused", { type: "NOT_FOUND", message: "no", path: ["node"] }],
    ["refused", { type: "INSUFFICIENT_SCOPES", message: "no", path: ["node"] }],
    ["transient", { type: "NOT_FOUND", message: "of what it does not say" }],
    ["transient", { type: "INTERNAL", message: "no", path: ["node"] }],
    ["transient", { type: "TOMORROWS_TYPE", message: "no", path: ["node"] }],
    ["transient", { type: "RESOURCE_LIMITS_EXCEEDED", message: "no", path: ["node"] }],
    ["transient", { type: "RATE_LIMITED", message: "wait" }],
    [
      "transient",
      { type: "RATE_LIMIT", code: "graphql_rate_limit", message: "API rate limit already exceeded" },
    ],
    ["transient", { type: "SERVICE_UNAVAILABLE", message: "Try again." }],
    ["transient", { message: "Something went wrong while executing your query." }],
    ["bug", { message: "Field 'x' doesn't exist", extensions: { code: "undefinedField" } }],
  ])("tells a %s error of GraphQL: %j", (kind, problem) => {
    expect(translateError(graphql(problem), false).kind).toBe(kind);
  });

  test("takes what GraphQL does not find for missing, as where REST answers 404", () => {
    const gone = { type: "NOT_FOUND", message: "Could not resolve to a node.", path: ["node"] };

    expect(isMissing(translateError(graphql(gone), true))).toBe(true);
    expect(
      isMissing(translateError(graphql(gone, { type: "FORBIDDEN", message: "no", path: ["b"] }), true)),
    ).toBe(false);
  });

  test("takes what GraphQL forbids for forbidden, as where REST answers 403", () => {
    const forbidden = { type: "FORBIDDEN", message: "Resource not accessible by integration", path: ["a"] };
    const gone = { type: "NOT_FOUND", message: "no", path: ["b"] };

    expect(translateError(graphql(forbidden), true)).toMatchObject({ kind: "refused", status: 403 });
    expect(translateError(graphql(forbidden, gone), true).status).toBeNull();
  });

  test("takes anything else for a bug, and leaves its own errors as they are", () => {
    const own = translateError(new TypeError("x is undefined"), false);

    expect(own.kind).toBe("bug");
    expect(own).toBeInstanceOf(GitHubError);
    expect(translateError(own, true)).toBe(own);
    expect(translateError("thrown text", true).kind).toBe("bug");
  });
});
