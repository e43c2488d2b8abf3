import { expect, test } from "@jest/globals";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import remarkGithub from "remark-github";
import { visit } from "unist-util-visit";
import { readConfig } from "../../../src/config/read-config.ts";
import { reportConfiguration } from "../../../src/pipeline/report/configuration.ts";

/** A stranger's configuration: its keys and values are what the check run quotes. */
const EVIL = `mode: "review"
"<h1>Approved</h1>  [Sign in](https://evil.example) ![](https://evil.example/t.png) @octocat @evil-org/team #1": 1
"\`a\` &commat;octocat \\u009b \\u202e \\n\\n# Heading": 1
repository: "x\\n\\n# Heading\\n\\n[Sign in](https://evil.example) <img src=https://evil.example/p.png> @octocat closes #1"
minutes: ["[\\n", "@(https://evil.example @octocat)"]
people: {"\`](https://evil.example)": "@octocat fixes octo/app#2 0123456789abcdef"}
`;

test("what a configuration holds is text on the check run that says what is wrong with it", () => {
  const { problems } = readConfig(EVIL, ".github/minutebook.yml");
  const { summary, annotations } = reportConfiguration("abc", problems);
  const processor = remark().use(remarkGfm).use(remarkGithub, { repository: "octo/here" });
  const found = new Set<string>();
  visit(processor.runSync(processor.parse(summary)), ({ type }) => void found.add(type));

  expect(problems.length).toBeGreaterThan(4);
  expect([...found].toSorted()).toEqual(["inlineCode", "list", "listItem", "paragraph", "root", "text"]);
  expect(annotations).toHaveLength(problems.length);
});
