import { expect, test } from "@jest/globals";
import { fileOf, plan } from "../builders.ts";

const titles = (steps: ReturnType<typeof plan>["steps"]): readonly string[] =>
  steps.flatMap((step) => (step.kind === "issue" && step.action === "create" ? [step.title] : []));

test.each([
  ["a number", "merge pull request #30 of the parser", "merge pull request #31 of the parser"],
  ["a version", "tag release 2.0 and write the announcement", "tag release 2.1 and write the announcement"],
  ["a day", "publish the minutes of 2021-02-23 on the page", "publish the minutes of 2021-03-02 on the page"],
  ["a name", "ask the shop in Emden about new string", "ask the shop in Essen about new string"],
  ["what is done", "enable the lights in the big hall", "disable the lights in the big hall"],
])("actions of two meetings that differ by %s are two issues", (_, one, other) => {
  const { steps } = plan([
    fileOf(`- TODO: Mona to ${one}`, null, { path: "meetings/2021-03-02.md" }),
    fileOf(`- TODO: Mona to ${other}`, null, { path: "meetings/2021-03-09.md" }),
  ]);

  expect(titles(steps)).toHaveLength(2);
});

test("the same action of two meetings is one", () => {
  const { steps } = plan([
    fileOf("- TODO: Mona to ask the shop in Emden about new string", null, {
      path: "meetings/2021-03-02.md",
    }),
    fileOf("- TODO: Mona to ask the shop in Emden about new string", null, {
      path: "meetings/2021-03-09.md",
    }),
  ]);

  expect(titles(steps)).toHaveLength(1);
});
