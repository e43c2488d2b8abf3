import { describe, expect, jest, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../cli/folder.ts";
import { findSecrets } from "./find-secrets.ts";

jest.setTimeout(60_000);

describe("secrets in a log", () => {
  test.each([
    ["a token of an installation", `{"token":"ghs_sandbox${"0".repeat(29)}"}`],
    ["a token of a person", `fatal: ghp_${"a1".repeat(18)}`],
    ["a fine-grained token", `github_pat_${"a1".repeat(20)}`],
    ["an app's signed request", "eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjE3ODN9.c2lnbmF0dXJl"],
    ["a key", "-----BEGIN RSA PRIVATE KEY-----\nMII…"],
    ["a header", '"authorization":"token abc"'],
    ["a header, as curl shows it", "Authorization: Bearer abc"],
    ["a webhook secret", 'secret: "s3cret"'],
    ["a database's password", "postgres://minutebook:open@db/minutebook"],
  ])("%s is found", (_what, text) => {
    expect(findSecrets(`before\n${text}\nafter`)).toHaveLength(1);
  });

  test("what only looks like one is none", () => {
    const harmless = [
      '"authorization":"token [REDACTED]"',
      "postgres://localhost/minutebook",
      "the ghs_ prefix",
      "sha256=0123456789abcdef",
    ];
    expect(harmless.flatMap(findSecrets)).toEqual([]);
  });

  test("secrets are not reported in full", () => {
    expect(String(findSecrets(`x ghp_${"y".repeat(36)}`))).not.toContain("yyy");
  });
});

test("a test file whose program prints a secret fails, and CI counts that", () => {
  const results = join(makeFolder({}), "results.json");
  const { status } = spawnSync(
    process.execPath,
    [
      join("scripts", "jest.js"),
      "--testMatch",
      "<rootDir>/test/trace/leak.ts",
      "--json",
      `--outputFile=${results}`,
    ],
    { encoding: "utf8", env: { ...process.env, JEST_WORKER_ID: undefined } },
  );

  expect(status).toBe(1);
  const { numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(results, "utf8"),
  );
  expect(numFailedTests + numRuntimeErrorTestSuites).toBeGreaterThan(0);
  expect(testResults[0].message).toContain("a token of GitHub");
});
