import { test } from "@jest/globals";
import { runCli } from "../cli/run-cli.ts";

// No test of its own: test/trace/trace.test.ts runs it, and expects it to fail.
test("a command prints a token", async () => {
  await runCli(["plan", "--repository", `ghp_${"x".repeat(36)}`, "."], ".");
});
