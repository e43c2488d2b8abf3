import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { safeTemplate } from "../../../src/plan/quote/safe-template.ts";
import { DEFAULT_TEMPLATES } from "../../../src/plan/template.ts";
import { commentsOf, config, fileOf, issuesOf, MINUTES, plan, TARGET } from "../builders.ts";
import { harmsOfQuote } from "./harms.ts";
import { PIECES } from "./pieces.ts";

const base = { webUrl: "https://github.com", repository: MINUTES, commit: "a".repeat(40) };

const EVIL =
  "@octocat @octo-org/team fixes #1 other/repo#2 a5c3785ed8d6a35868bc169f07e40e889087fd2e <h1>x</h1>";

describe("a template of the team's own", () => {
  test("does nothing in another repository, whatever it holds", () => {
    const hostile = fc
      .array(fc.constantFrom(...PIECES, "{{meeting}}", "{{link}}", "](", ")", "[a]({{link}})"))
      .map((parts) => parts.join(""));

    fc.assert(
      fc.property(hostile, (template) => {
        const safe = safeTemplate(template, TARGET, base)
          .replace(/(?<=\]\(<?)\{\{link\}\}/g, "https://example.org/a")
          .replaceAll("{{link}}", "")
          .replaceAll("{{meeting}}", "1crew");

        expect(harmsOfQuote(`BEFORE\n\n${safe.replace(/^/gm, "> ")}\n\nAFTER`)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("keeps its words, its form and its tokens there", () => {
    const template =
      "**We met.** {{intro}}\n\n- [minutes]({{link}}) of {{meeting}}, {{ date }}\n- {{link}}\n\n{{excerpt}}";

    expect(safeTemplate(template, TARGET, base).replaceAll("<{{link}}>", "{{link}}")).toBe(template);
  });

  test("is its own in the repository of the minutes, and ours is ours everywhere", () => {
    expect(safeTemplate(EVIL, MINUTES.toUpperCase(), base)).toBe(EVIL);
    expect(safeTemplate(DEFAULT_TEMPLATES.comment, TARGET, base)).toBe(DEFAULT_TEMPLATES.comment);
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
