import { expect, test } from "@jest/globals";
import {
  commentsOf,
  fileOf,
  issuesOf,
  milestoneOf,
  milestonesOf,
  plan,
  repositoryOf,
  snapshotOf,
} from "./builders.ts";

/** GitHub refuses longer bodies; issue numbers that are filled in later need a little. */
const MOST = 64_000;

function long(unit: string, length = 50_000): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

test.each([
  ["a heading", `## ${long("Very long - ")}\n\n- #1 is slow\n- TODO: Mona to bisect the crash\n`],
  [
    "headings within each other",
    `${times(40, (index) => `\n${"#".repeat(Math.min(index + 2, 6))} ${long("deep - ", 2000)}\n`)}\n- #1 is slow\n- TODO: Mona to bisect the crash\n`,
  ],
  ["an action", `- #1 is slow\n  - TODO: Mona to bisect ${long("the crash - < > ")}\n`],
  ["a word", `- #1 ${long("x")}\n- TODO: Mona ${long("y")}\n`],
  ["a list of owners", `- TODO: ${times(500, (index) => `@user-${index}, `)}to bisect the crash of #1\n`],
  ["a list of decisions", times(200, (index) => `- DECISION: #1 is ${index} ${long("slow - ", 900)}`)],
  ["a list of actions", `- #1\n${times(60, (index) => `  - TODO: Mona to ${index} ${long("fix - ", 900)}`)}`],
  ["a list of mentions", times(400, (index) => `## Topic ${index}\n\n- #1 is ${long("slow - ", 300)}\n`)],
  ["a list of issues", `- TODO: Mona to look at ${times(200, (index) => `#${index + 1}, `)}\n`],
  [
    "a list of releases",
    `## #1\n\n${times(200, (index) => `- DECISION: ${index} goes into 1.1 ${long("x ", 900)}`)}`,
  ],
  [
    "a table",
    `| what | who |\n|---|---|\n${times(900, (index) => `| #1 ${index} ${long("x ", 90)}| Mona |`)}`,
  ],
  ["code", `- #1:\n\n  \`\`\`\n${times(900, () => "  `` --- <- # @ ``")}\n  \`\`\`\n`],
])("however long %s is, everything that is posted is something that GitHub takes", (_name, text) => {
  const state = repositoryOf({ milestones: [milestoneOf("1.1")] });

  const made = plan([fileOf(`# Team meeting 2021-03-04\n\n${text}`)], { snapshot: snapshotOf(state) });

  expect(commentsOf(made).length + issuesOf(made).length).toBeGreaterThan(0);
  for (const { body } of [...commentsOf(made), ...issuesOf(made)])
    expect(body?.length ?? 0).toBeLessThan(MOST);
  for (const { title } of issuesOf(made)) expect(title.length).toBeLessThanOrEqual(120);
  for (const { description } of milestonesOf(made)) expect(description?.length ?? 0).toBeLessThan(MOST);
  for (const { reason } of made.steps) expect(reason.text.length).toBeLessThan(500);
  for (const { text } of made.notices) expect(text.length).toBeLessThan(2000);
});
