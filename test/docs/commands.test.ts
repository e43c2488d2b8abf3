import { describe, expect, test } from "@jest/globals";
import { blocksOf, documents } from "./documents.ts";
import { problemsOfShell, program } from "./commands.ts";

test.each(blocksOf("sh", "shell", "bash", "console"))("the commands at $place exist", ({ code }) => {
  expect(problemsOfShell(code)).toEqual([]);
});

describe.each(documents)("$file", ({ inlineCodes }) => {
  test("names only commands that exist", () => {
    const commands = inlineCodes
      .map(({ value }) => value)
      .filter((value) => /^(?:npx |npm (?:run|test|start)|minutebook )/.test(value));

    // A name in capitals, or an ellipsis, is a placeholder.
    for (const command of commands)
      expect(problemsOfShell(command.replaceAll(/[A-Z]{2,}(?:\|[A-Z]+)*|…/g, "docs"))).toEqual([]);
  });
});

describe.each(program.commands.map((command) => ({ name: command.name(), command })))(
  "minutebook $name",
  ({ name, command }) => {
    test("has examples in its help that exist", () => {
      let help = "";
      command.configureOutput({ writeOut: (text) => (help += text) });
      command.outputHelp();
      const examples =
        help.split(/^(?:Examples|Set up):$/m)[1]?.match(/(?<=\s)(?:source <\()?minutebook .*$/gm) ?? [];

      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) expect(problemsOfShell(example)).toEqual([]);
    });

    test("is described in docs/cli.md with each of its options", () => {
      const text = documents.find(({ file }) => file === "docs/cli.md")?.text ?? "";
      const section = text.split(new RegExp(`^## ${name}$`, "m"))[1]?.split(/^## /m)[0] ?? "";
      const options = command
        .createHelp()
        .visibleOptions(command)
        .map(({ long }) => long);

      expect(section).not.toBe("");
      for (const option of options.filter((one) => one !== "--help")) expect(section).toContain(option);
    });
  },
);

test.each([
  ["minutebook inspekt x.md", "minutebook has no command inspekt"],
  ["minutebook plan --body .", "There is no option --body"],
  ["minutebook inspect --format xml x.md", "--format knows no xml"],
  ["npm run demos", "npm has no script demos"],
  ["npm run demo --once", "npm would take --once for itself"],
  ["npm run demo -- --twice", "There is no option --twice"],
  ["cd .. && node scripts/nothing.js", "There is no scripts/nothing.js"],
  ["frobnicate", "frobnicate is not known"],
])("%s is found to be wrong", (shell, problem) => {
  expect(problemsOfShell(shell)).toEqual([expect.stringContaining(problem)]);
});
