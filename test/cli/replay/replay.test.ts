import { describe, expect, test } from "@jest/globals";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

const minutes = (day: string, more = "") =>
  `# Call ${day}\n\n- #7: the apples hang too high for the ladder that we have\n  - TODO: Ada to pick the apples of #7\n${more}`;

const orchard = (files: Readonly<Record<string, string>> = {}) =>
  makeFolder({
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/main": "0123456789abcdef0123456789abcdef01234567\n",
    ".git/config": '[remote "origin"]\n\turl = git@github.com:orchard/team.git\n',
    ".github/minutebook.yml": "repository: orchard/apple\nminutes: ['calls/*.md']\n",
    "calls/1.md": minutes("2026-03-02"),
    "calls/2.md": minutes("2026-03-09", "  - DECISION: we buy a longer ladder\n"),
    ...files,
  });

describe("replay", () => {
  test("prints the figures, then each post, the newest meeting first", async () => {
    const { exitCode, out, err } = await runCli(["replay", "."], orchard());

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toMatch(/^In 2 meetings from 2026-03-02 to 2026-03-09: 2 comments on 1 issue,/);
    expect(out).toContain("Comment on orchard/apple#7");
    expect(out).toContain("Decided: we buy a longer ladder");
    expect(out.indexOf("calls/2.md")).toBeLessThan(out.indexOf("calls/1.md"));
  });

  test("prints a line of JSON for each post, in the order in which they would be made", async () => {
    const { out } = await runCli(["replay", "--json"], orchard());
    const posts = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

    expect(posts.map(({ push }) => push)).toEqual(posts.map(({ push }) => push).toSorted());
    expect(posts.find((post) => post.do === "comment")).toMatchObject({
      push: 1,
      date: "2026-03-02",
      path: "calls/1.md",
      target: "orchard/apple#7",
      notifies: true,
      decisions: [],
      quote: expect.stringContaining("too high"),
      body: expect.any(String),
    });
  });

  test("takes days", async () => {
    const { out } = await runCli(["replay", "--since", "2026-03-03", "--until", "2026-03-31"], orchard());
    expect(out).toMatch(/^In 1 meeting on 2026-03-09:/);

    const { exitCode, err } = await runCli(["replay", "--since", "March"], orchard());
    expect(exitCode).toBe(2);
    expect(err).toContain("Expected a date such as 2026-01-31.");
  });

  test("makes Markdown with the texts folded, in which minutes are text", async () => {
    const files = {
      "calls/3.md":
        "# Call 2026-03-16\n\n- #9: @everyone <img src=x> shall **shout** at the birds that eat our apples\n",
    };
    const { out } = await runCli(["replay", "--format", "markdown"], orchard(files));

    expect(out).toContain("### 2026-03-16: `calls/3.md`");
    expect(out).toContain("<details><summary>Whole text</summary>");
    expect(out).not.toContain("<!--");
    const outside = out.replace(/```markdown[\s\S]*?```/g, "");
    expect(outside).toContain("orchard/apple#\u200b9");
    expect(outside).not.toMatch(/@everyone|<img|\*\*shout/);
  });

  test("makes one page of HTML that loads and runs nothing, in which minutes are text", async () => {
    const files = {
      "calls/3.md":
        '# Call 2026-03-16\n\n- #9: the <script>alert(1)</script> of "birds" has to be thought over again\n',
    };
    const { out } = await runCli(["replay", "--format", "html"], orchard(files));
    const names: string[] = [];
    const addresses: unknown[] = [];
    visit(fromHtml(out), "element", ({ tagName, properties }) => {
      names.push(tagName);
      addresses.push(...[properties.src, properties.href].filter((value) => value !== undefined));
    });

    expect(names).not.toContain("script");
    expect(names.filter((name) => name === "article").length).toBeGreaterThan(2);
    expect(addresses.every((address) => String(address).startsWith("#push-"))).toBe(true);
    expect(out).toContain("Posts by meeting");
  });

  test("reports what it can't read, and replays the rest", async () => {
    const folder = orchard({ "calls/4.md": "\u0000\u0001" });
    const { exitCode, out, err } = await runCli(["replay"], folder);

    expect(exitCode).not.toBe(0);
    expect(err).toContain("calls/4.md is left out");
    expect(out).toMatch(/^In 2 meetings/);
  });
});
