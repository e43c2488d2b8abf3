import { fileProblem } from "../../src/messages/reasons/file-problems.ts";
import { describe, expect, test } from "@jest/globals";
import { assumedSnapshot } from "../../src/plan/assumed-snapshot.ts";
import { makePlan, snapshotRequest } from "../../src/plan/make-plan.ts";
import { config, fileOf, inputOf, MINUTES, summaryOf, TARGET } from "./builders.ts";

const SOURCE =
  "# Team meeting 2021-03-04\n\n- #2, #1 and elsewhere/tool#3 go in 1.1\n- TODO: Mona to bisect the crash of #1\n";
const PREVIOUS = "# Team meeting 2021-03-04\n\n- #7\n";

const request = (files: Parameters<typeof inputOf>[0]) =>
  snapshotRequest({ repository: MINUTES, config, files });

describe("what is asked of GitHub", () => {
  test("is all that the minutes mention and mentioned, in one request, of configured repositories alone", () => {
    const file = fileOf(SOURCE, PREVIOUS, { knownTargets: ["Octo-Org/App#9", "elsewhere/tool#8"] });

    expect(request([file])).toEqual({
      repositories: {
        [TARGET]: {
          threads: [1, 2, 7, 9],
          milestones: true,
          labels: ["meeting-action"],
          logins: ["mona"],
          actionIssues: true,
          concern: {
            paths: [file.path],
            actions: [{ text: "bisect the crash of #1", carriedOver: false }],
          },
        },
      },
    });
  });

  test("is nothing for minutes that hold nothing and held nothing", () => {
    expect(request([fileOf("Hello.", "Hello.")])).toEqual({ repositories: {} });
  });

  test("is the action issues where nobody knows what the file held before", () => {
    expect(request([fileOf("Hello.")]).repositories[TARGET]?.actionIssues).toBe(true);
  });

  test("is nothing for a file that cannot be read", () => {
    const file = fileOf(null, null, { problem: fileProblem("file-not-utf8") });

    expect(Object.keys(request([file]).repositories[TARGET]?.threads ?? [])).toEqual([]);
  });
});

test("with no network everything that was asked for is taken to be there, and nothing from Minutebook", () => {
  const files = [fileOf(SOURCE)];
  const settings = { ...config, milestones: ["1.1"] };
  const snapshot = assumedSnapshot(request(files), { config: settings, repository: MINUTES });

  const plan = makePlan(inputOf(files, { config: settings, snapshot }));

  expect(summaryOf(plan)).toEqual([
    "create issue Bisect the crash of #1",
    "create comment octo-org/app#2",
    "create comment octo-org/app#1",
    "skip comment elsewhere/tool#3",
    "update milestone 1.1",
  ]);
});
