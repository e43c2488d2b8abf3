import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { safeTemplate } from "../../../src/plan/quote/safe-template.ts";
import { DEFAULT_TEMPLATES } from "../../../src/plan/template.ts";
import {
  commentsOf,
  config,
  fileOf,
  issuesOf,
  MINUTES,
  plan,
  repositoryOf,
  snapshotOf,
  TARGET,
} from "../builders.ts";
import { harmsOfQuote } from "./harms.ts";
import { PIECES } from "./pieces.ts";

const base = { webUrl: "https://github.com", repository: MINUTES, commit: "a".repeat(40) };

const place = { base, minutes: { name: MINUTES, id: "7" } };

const target = { name: TARGET, trustTemplates: [] };

const EVIL =
  "@octocat @octo-org/team fixes #1 other/repo#2 a5c3785ed8d6a35868bc169f07e40e889087fd2e <h1>x</h1>";

describe("a template of the team's own", () => {
  test("does nothing in another repository, whatever it holds", () => {
    const hostile = fc
      .array(fc.constantFrom(...PIECES, "{{meeting}}", "{{link}}", "](", ")", "[a]({{link}})"))
      .map((parts) => parts.join(""));

    fc.assert(
      fc.property(hostile, (template) => {
        const safe = safeTemplate(template, target, place)
          .replaceAll("{{link}}", "https://example.org/a")
          .replaceAll("{{meeting}}", "1crew");

        expect(harmsOfQuote(`BEFORE\n\n${safe.replace(/^/gm, "> ")}\n\nAFTER`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("keeps its words, its form and its tokens there", () => {
    const template =
      "**We met.** {{intro}}\n\n- [minutes]({{link}}) of {{meeting}}, {{ date }}\n- {{link}}\n\n{{excerpt}}";

    expect(safeTemplate(template, target, place).replaceAll("<{{link}}>", "{{link}}")).toBe(template);
  });

  test("is its own in the repository of the minutes, and ours is ours everywhere", () => {
    expect(safeTemplate(EVIL, { ...target, name: MINUTES.toUpperCase() }, place)).toBe(EVIL);
    expect(safeTemplate(DEFAULT_TEMPLATES.comment, target, place)).toBe(DEFAULT_TEMPLATES.comment);
  });

  test.each([
    ["by its name", [MINUTES], true],
    ["by its id", [`${MINUTES}@7`], true],
    ["and another repository had its name then", [`${MINUTES}@8`], false],
    ["and another is named", ["other/minutes"], false],
  ])("is as it is written where the target trusts it %s: %j is %s", (_how, trustTemplates, isTrusted) => {
    expect(safeTemplate(EVIL, { ...target, trustTemplates }, place) === EVIL).toBe(isTrusted);
  });

  test("is trusted by the target alone, whatever the minutes' own configuration says", () => {
    const settings = {
      ...config,
      trustTemplates: [MINUTES],
      comments: { ...config.comments, template: EVIL },
    };
    const file = fileOf("# M 2021-03-04\n\n- #1 is broken\n");
    const trusting = snapshotOf(repositoryOf({ trustTemplates: [MINUTES] }));

    expect(commentsOf(plan([file], { config: settings }))[0]?.body).not.toContain("@octocat");
    expect(commentsOf(plan([file], { config: settings, snapshot: trusting }))[0]?.body).toContain("@octocat");
  });

  test("is so in comments and in issues", () => {
    const template = `${EVIL}\n\n{{excerpt}}`;
    const settings = {
      ...config,
      comments: { ...config.comments, template },
      actions: { ...config.actions, template },
    };
    const made = plan([fileOf("# M 2021-03-04\n\n- #1 is broken\n- TODO: Mona to paint the fence\n")], {
      config: settings,
    });
    const bodies = [...commentsOf(made), ...issuesOf(made)].map(({ body }) => body ?? "");

    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      expect(body).toContain("octocat");
      expect(body).not.toMatch(/@octo|fixes #1|other\/repo#2(?!\]\(https:\/\/redirect)|a5c3785ed8|<h1>/);
    }
  });
});
