import { beforeEach, expect, test } from "@jest/globals";
import { IssuesNow } from "../../../src/github/apply/issues-now.ts";
import type { FoundIssue } from "../../../src/github/port.ts";
import type { Step } from "../../../src/plan/plan.ts";
import { APP, issueStep } from "../build-plan.ts";

let asked: string[];
let now: number;

beforeEach(() => {
  asked = [];
  now = 0;
});

function found(number: number): FoundIssue {
  return {
    id: number,
    number,
    url: "",
    dropped: [],
    title: "Sweep the yard",
    body: "",
    state: "open",
    labels: [],
    assignees: [],
    milestone: null,
    activity: 0,
  };
}

/** @param gone - Numbers that GitHub leaves out. */
function issuesOf(steps: readonly Step[], gone: readonly number[] = []): IssuesNow {
  const github = {
    readIssues: async (repository: string, numbers: readonly number[]) => {
      asked.push(`${repository}#${numbers.join(",")}`);
      return numbers.filter((number) => !gone.includes(number)).map(found);
    },
    readIssue: async (repository: string, number: number) => {
      asked.push(`one ${repository}#${number}`);
      return found(number);
    },
  };
  return new IssuesNow(github, steps, () => now);
}

const updates = (...numbers: readonly number[]) =>
  numbers.map((number) => issueStep({ action: "update", number, before: "" }));

test("issues that are changed one after the other are read at once", async () => {
  const issues = issuesOf([...updates(1, 2), issueStep({ action: "keep", number: 3 }), issueStep()]);

  await issues.read(APP, 1);
  await issues.read(APP, 2);

  expect(asked).toEqual([`${APP}#1,2`]);
});

test("what was read seconds ago is read again, with what is still to be changed", async () => {
  const issues = issuesOf(updates(1, 2, 3));

  await issues.read(APP, 1);
  now += 5_000;
  await issues.read(APP, 2);

  expect(asked).toEqual([`${APP}#1,2,3`, `${APP}#2,3`]);
});

test("one whose change is tried again is read again", async () => {
  const issues = issuesOf(updates(1));

  await issues.read(APP, 1);
  await issues.read(APP, 1);

  expect(asked).toEqual([`${APP}#1`, `${APP}#1`]);
});

test("each repository is read for itself, under whatever case", async () => {
  const issues = issuesOf([...updates(1), issueStep({ action: "close", number: 1, repository: "team/web" })]);

  await issues.read("Team/App", 1);
  await issues.read("team/web", 1);

  expect(asked).toEqual(["Team/App#1", "team/web#1"]);
});

test("what became of one that is left out is asked for alone", async () => {
  await issuesOf(updates(1, 2), [1]).read(APP, 1);

  expect(asked).toEqual([`${APP}#1,2`, `one ${APP}#1`]);
});

test("so many are read that no request is too large", async () => {
  const issues = issuesOf(updates(...Array.from({ length: 120 }, (_, index) => index + 1)));

  for (let number = 1; number <= 120; number++) await issues.read(APP, number);

  expect(asked).toHaveLength(3);
});
