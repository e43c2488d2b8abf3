import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfm } from "micromark-extension-gfm";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { findCommandLine } from "../../src/app/command-line.ts";
import { readCommand } from "../../src/app/command.ts";

const COMMAND = "/minutebook apply";

describe("a command", () => {
  test.each([
    COMMAND,
    `${COMMAND}  \r\n`,
    `Thanks!\n\n${COMMAND}\n\nSee you.`,
    `@octocat please:\n${COMMAND}`,
    `> quoted\n\n${COMMAND}`,
    `- a list\n\n${COMMAND}`,
    `# Now\n\n${COMMAND}`,
    `![plan](a.png) <https://example.org> <img src="a.png">\n\n${COMMAND}`,
    `\r\n\r${COMMAND}\rdone`,
  ])("counts in %j", (comment) => {
    expect(findCommandLine(comment)).toEqual(["apply"]);
  });

  test.each([
    `> ${COMMAND}`,
    `> quoted\n${COMMAND}`,
    `- item\n${COMMAND}`,
    `- item\nwords\n${COMMAND}`,
    `- ${COMMAND}`,
    `1. a\n${COMMAND}`,
    `\`${COMMAND}\``,
    `a \`b\n${COMMAND}\nc\` d`,
    `\`\`\`\n${COMMAND}\n\`\`\``,
    `\`\`\`\n\n${COMMAND}\n\n\`\`\``,
    `~~~ text\n\n${COMMAND}`,
    `- \`\`\`\nwords\n\`\`\`\n\n${COMMAND}\n\n\`\`\``,
    `    ${COMMAND}`,
    `\t${COMMAND}`,
    ` ${COMMAND}`,
    `<!--\n\n${COMMAND}\n\n-->`,
    `words <!--\n${COMMAND}\n-->`,
    `<details>\n\n${COMMAND}\n\n</details>`,
    `<blockquote>\n\n${COMMAND}`,
    `<pre>\n\n${COMMAND}\n\n</pre>`,
    `<div\nhidden>\n\n${COMMAND}`,
    `$$\n\n${COMMAND}\n\n$$`,
    `[a]:\n${COMMAND}`,
    `| a |\n| - |\n${COMMAND}`,
    `${COMMAND}\n| - |`,
    `${COMMAND}\n---`,
    `see ${COMMAND}`,
    "/minutebooks apply",
    "\u200B/minutebook apply",
    `${"\n".repeat(70_000)}${COMMAND}`,
  ])("does not count in %j", (comment) => {
    expect(findCommandLine(comment)).toBeNull();
  });
});

const pieces = [
  ...[
    "\n",
    "\n\n",
    "\r\n",
    "words",
    COMMAND,
    "> ",
    "- ",
    "1. ",
    "  ",
    "    ",
    "\t",
    "# ",
    "---",
    "===",
    "| a |",
    "| - |",
  ],
  ...[
    "`",
    "``",
    "```",
    "~~~",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "<pre>",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<details>",
  ],
  ...["[a]: ", "[^a]: ", '"', "\\", "*", "**", "&lt;", "<a", ">", "$$", "<img src='", "<br", "<https://a.b"],
];
const around = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((parts) => parts.join(""));
const breaks = fc.constantFrom("", "\n", "\n\n");
const comments = fc
  .tuple(around, breaks, fc.constant(COMMAND), breaks, around)
  .map((parts) => parts.join(""));

/** Whether the command is text of a paragraph or heading at the top: not in code, quotes, lists or HTML. */
function isOwnText(comment: string): boolean {
  const tree = fromMarkdown(comment, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return tree.children.some(
    (node) =>
      (node.type === "paragraph" || node.type === "heading") &&
      node.children.some((child) => child.type === "text" && child.value.includes(COMMAND)),
  );
}

describe("where a command counts, it is text of the comment", () => {
  test("by micromark", () => {
    fc.assert(
      fc.property(comments, (comment) => {
        fc.pre(findCommandLine(comment)?.[0] === "apply");

        expect([comment, isOwnText(comment)]).toEqual([comment, true]);
      }),
      { numRuns: 600, maxSkipsPerRun: 1000 },
    );
  });

  const hasCmark = spawnSync("cmark-gfm", ["--version"]).status === 0;

  (hasCmark ? test : test.skip)("by GitHub's own cmark-gfm", () => {
    const found = fc
      .sample(comments, { numRuns: 8000, seed: 11 })
      .filter((comment) => findCommandLine(comment)?.[0] === "apply")
      .slice(0, 300);
    const args = ["--to", "xml", "--unsafe", "-e", "table", "-e", "footnotes", "-e", "tasklist"];
    for (const comment of found) {
      const { stdout } = spawnSync("cmark-gfm", args, { input: comment, encoding: "utf8" });
      const top = /^ {2}<(?:paragraph|heading)[^>]*>\n(?: {4}.*\n)*? {4}<text[^>]*>[^<]*\/minutebook apply/m;

      expect([comment, top.test(stdout)]).toEqual([comment, true]);
    }
    expect(found.length).toBeGreaterThan(50);
  });
});

test("the longest comments are looked through at once", () => {
  const start = process.cpuUsage();
  for (const unit of ["/minutebook ", "a\n", "`", "<", "[", "@a ", "\\", "\n", " ", "\t", COMMAND, "中"])
    findCommandLine(unit.repeat(200_000));
  const { user } = process.cpuUsage(start);

  expect(user / 1e6).toBeLessThan(2);
});

describe("a comment of", () => {
  const by = (comment: object, sender = "ada") =>
    readCommand({
      comment: { id: 1, body: COMMAND, user: { login: "ada", type: "User" }, ...comment },
      issue: { number: 1 },
      repository: { full_name: "a/b" },
      sender: { login: sender },
    });

  test("a person is obeyed", () => {
    expect(by({ performed_via_github_app: null })).toMatchObject({ name: "apply" });
  });

  test.each([
    ["a bot", { user: { login: "helper[bot]", type: "Bot" } }],
    ["a bot without the word", { user: { login: "helper", type: "Bot" } }],
    ["an app for a person", { performed_via_github_app: { id: 5 } }],
    ["nobody", { user: null }],
    ["no words", { body: null }],
  ])("%s is not", (_name, comment) => {
    expect(by(comment)).toBeNull();
  });

  test("a person that somebody else moved here is not", () => {
    expect(by({}, "mallory")).toBeNull();
  });
});
