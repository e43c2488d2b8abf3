import { expect, test } from "@jest/globals";
import { makeFolder } from "./folder.ts";
import { runCli } from "./run-cli.ts";

const EVIL =
  "\u001B]0;x\u0007\u009B2J\u202Ex\u2028 ##[set-output name=a]b ::error::c \u001B[31m\u001B]8;;https://evil\u0007";

/** As a line of its own, too. */
const LINES = `\n\n::set-output name=a::b\n\n  ::add-mask::x\n\n`;

const MINUTES = `---
title: "${EVIL}"
---
# Crew ${EVIL} 2026-01-06

Present: Ada ${EVIL}, ${EVIL}

## ${EVIL}

- #1 ${EVIL}
- DECISION: 2.1 ${EVIL}
- TODO: Ada to ${EVIL}
- TODO(${EVIL}): ${EVIL}
- 99/99/2026 ${EVIL}
${LINES}
\`\`\`
TODO ${EVIL}${LINES}
\`\`\`
`;

const KEY = JSON.stringify(`k ${EVIL}`);
const CONFIG = `minutes: ["m/**"]\nrepository: octo-org/app\n`;
const BROKEN = `${CONFIG}? ${KEY}\n: 1\nmode: ${KEY}\nrepositories: {${KEY}: ${KEY}}\n`;

const NAME = "m/2026-01-06 \u001B[2J\u009B31m\u202E ##[set-output name=t;]x\n::error::y.md";

const world = (configuration: string) =>
  makeFolder({
    ".git/HEAD": "",
    ".github/minutebook.yml": configuration,
    [NAME]: MINUTES,
    "m/bad.md": "\uFFFD\u0000",
  });

const REPOSITORY = ["--repository", "octo-org/minutes"];

test.each([
  ["text", ["inspect", NAME]],
  ["JSON", ["inspect", "--format", "json", NAME]],
  ["Markdown", ["inspect", "--format", "markdown", NAME]],
  ["SARIF", ["inspect", "--format", "sarif", NAME]],
  ["a folder", ["inspect", "m"]],
  ["a file that is not there", ["inspect", `${NAME}x`]],
  ["a plan", ["plan", ...REPOSITORY, "m"]],
  ["a plan with its texts", ["plan", "--bodies", ...REPOSITORY, "m"]],
  ["a plan as JSON", ["plan", "--format", "json", ...REPOSITORY, "m"]],
  ["a plan that is none", ["apply", "--plan", NAME]],
  ["a plan of nothing", ["plan", ...REPOSITORY, `${NAME}x`]],
  ["a first configuration", ["init", "--dry-run", ...REPOSITORY]],
])(
  "a terminal and a runner obey nothing in %s",
  async (_name, args) => {
    for (const configuration of [CONFIG, BROKEN]) {
      const { out, err } = await runCli(args, world(configuration));

      for (const text of [out, err]) {
        expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(text).not.toMatch(/##\[|^\s*::/m);
      }
      expect(out + err).not.toBe("");
    }
  },
  30_000,
);

test("the notes of the runner's own kind hold no others", async () => {
  const { out } = await runCli(["inspect", "--format", "annotations", NAME], world(CONFIG));

  for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^(?:::(?:warning|error) file=|$)/);
  expect(out).not.toMatch(/##\[/);
});
