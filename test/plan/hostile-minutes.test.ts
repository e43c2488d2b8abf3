import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findRegion } from "../../src/plan/issues/region.ts";
import { findMarker } from "../../src/plan/marker.ts";
import { findEntries } from "../../src/plan/milestones/block.ts";
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
import { elementsOf, render, textsOf } from "./quote/rendered.ts";

const PIECES = [
  "@mona",
  "@octo-org/team ",
  "#1",
  "#2 ",
  "closes #1",
  "TODO: @hubot to ",
  "- TODO: Mona to look",
  "DECISION: #1 will go in 1.1",
  "\n## ",
  "\n- ",
  "\n  - ",
  "\n\n",
  "\n> ",
  "\n| a | b |\n|---|---|\n| ",
  " | ",
  "```\n",
  "`",
  "<!--",
  "-->",
  "<details>",
  "</details>",
  "<!-- minutebook:end -->",
  "<!-- minutebook:milestone-end -->",
  '<!-- minutebook:comment {"v":1} -->',
  "<!--minutebook-issue:x-->",
  "</blockquote>",
  "<h1>",
  "[x](javascript:a)",
  "[1.1](",
  ")",
  "](",
  "**",
  "*",
  "_",
  "\\",
  "\u202E",
  "\u200B",
  "\uD83D",
  "{{footer}}",
  "$&",
  "1.1",
  "word ",
  " and ",
];

const ALLOWED = new Set(
  "p br hr em strong del code pre a img ul ol li blockquote table thead tbody tr th td details summary sub".split(
    " ",
  ),
);

const hostile = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 20 })
  .map((pieces) => pieces.join(""));

/** What a body does beyond saying something; our own marks are known to be in it. */
function harmsOf(body: string): readonly string[] {
  const tree = render(body.replaceAll(/<!--[\s\S]*?-->/g, ""));
  return [
    ...elementsOf(tree)
      .filter(({ tagName }) => !ALLOWED.has(tagName))
      .map(({ tagName }) => `element ${tagName}`),
    ...textsOf(tree)
      .filter((text) => /@[\w-]/.test(text))
      .map((text) => `ping ${text}`),
    ...(body.isWellFormed() ? [] : ["half a character"]),
  ];
}

test("whatever minutes hold, every body keeps to itself and is known again", () => {
  const state = repositoryOf({ milestones: [milestoneOf("1.1", "Spring.")] });
  fc.assert(
    fc.property(hostile, (text) => {
      const source = `# Garden ${text.split("\n")[0]} 2021-03-04\n\n## ${text}\n\n- #1 ${text}\n- TODO: Mona to ${text}\n- 1.1 ${text}\n`;
      const made = plan([fileOf(source)], { snapshot: snapshotOf(state) });
      const posted = [...commentsOf(made), ...issuesOf(made)].filter(({ action }) => action === "create");

      for (const step of posted) {
        expect(harmsOf(step.body ?? "")).toEqual([]);
        expect(findMarker(step.body ?? "")?.key).toBe(step.key);
      }
      for (const step of issuesOf(made)) {
        expect(step.title).toMatch(/^[^\n\r`]{1,120}$/);
        expect(step.action === "skip" || findRegion(step.body ?? "")?.marker.key === step.key).toBe(true);
      }
      for (const step of milestonesOf(made).filter(({ action }) => action === "update")) {
        expect(harmsOf(step.description ?? "")).toEqual([]);
        expect(step.description).toMatch(/^Spring\.\n\n<!-- minutebook:milestone -->/);
        expect(findEntries(step.description ?? "")).toHaveLength(1);
      }
    }),
    { numRuns: 60 },
  );
});
