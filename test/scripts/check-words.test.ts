import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { countedText } from "../../scripts/words/counted.ts";
import { makeFinder, readWordList } from "../../scripts/words/word-list.ts";
import { makeFolder } from "../cli/folder.ts";

const CONTRIBUTING = `# Contributing

## Words

| avoid | use |
| --- | --- |
| fixate, fixated | repair, repaired |
| grand total, sum total | total |

## Releasing

| command | use |
| --- | --- |
| release | with care |
`;

/** Checks a repository with these files and the list above. */
function check(files: Readonly<Record<string, string>>) {
  const folder = makeFolder({ "CONTRIBUTING.md": CONTRIBUTING, ...files });
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve("scripts/check-words.ts"), folder],
    {
      encoding: "utf8",
    },
  );
  return { status, lines: stdout.split("\n").slice(0, -1), stderr };
}

const find = makeFinder(readWordList(CONTRIBUTING));
const foundIn = (file: string, source: string) => find(countedText(file, source)).map(({ found }) => found);

describe("check-words", () => {
  test("finds a word in a document, a comment, an identifier and a file's name, with its line and remedy", () => {
    const files = {
      "README.md": "# Tea\n\nThe lid is fixated.\n",
      "src/a.ts": "// Fixate the lid.\nexport const lid = 1;\n",
      "src/b.ts": "export const isLid = true;\nexport const isLidFixated = isLid;\n",
      "src/fixated-lid.ts": "export const lid = 1;\n",
    };

    expect(check(files)).toMatchObject({
      status: 1,
      lines: [
        'README.md:3: "fixated": say "repaired"',
        'src/a.ts:1: "Fixate": say "repair"',
        'src/b.ts:2: "Fixated": say "repaired"',
        'src/fixated-lid.ts: "fixated": say "repaired"',
      ],
    });
  }, 20_000);

  test("passes a repository without such words, its list, and what git ignores", () => {
    const files = { "README.md": "# Tea\n", ".gitignore": "out/\n", "out/a.md": "fixated\n" };

    expect(check(files)).toMatchObject({ status: 0, lines: [] });
  }, 20_000);

  test("fails if there is no list", () => {
    expect(check({ "CONTRIBUTING.md": "# Contributing\n" })).toEqual({
      status: 1,
      lines: [],
      stderr: expect.stringContaining('CONTRIBUTING.md has no table of words to avoid below "## Words".'),
    });
  }, 20_000);
});

describe("the words to avoid", () => {
  test("are those of the table, each with its own replacement or else the last one", () => {
    expect(readWordList(CONTRIBUTING)).toEqual([
      { phrase: "fixate", use: "repair" },
      { phrase: "fixated", use: "repaired" },
      { phrase: "grand total", use: "total" },
      { phrase: "sum total", use: "total" },
    ]);
  });

  test("are in CONTRIBUTING.md", () => {
    expect(readWordList(readFileSync("CONTRIBUTING.md", "utf8"))).toContainEqual({
      phrase: "mended",
      use: "fixed",
    });
  });

  test.each([
    ["in any case", "FIXATED", ["FIXATED"]],
    [
      "as a part of a name",
      "const theFixateLid = isHTMLFixated || LID_FIXATED;",
      ["Fixate", "Fixated", "FIXATED"],
    ],
    ["across a line end", "the grand\n * total", ["grand total"]],
    ["but not inside a word", "fixatedly unfixate", []],
    ["but not half a phrase", "a grand piano", []],
  ])("are found %s", (_how, text, found) => {
    expect(find(text).map((hit) => hit.found)).toEqual(found);
  });
});

describe("what counts", () => {
  const source = `/** What was fixated, as in \`fixate it\`. */
const WORDS = ["fixate", "sum total"];
const pattern = /fixated/;
export const text = \`\${WORDS[0]} It was fixated.\`;
test("a fixate is read", () => read("Fixated: the grand total."));
test.each([["fixate"]])("%s is the sum total", () => {});
export const fixatedWords = { WORDS, pattern };
`;

  test("is a name, a comment, a sentence and a test's name among the words of a language", () => {
    const found = ["fixated", "fixated", "fixate", "Fixated", "grand total", "sum total", "fixated"];

    expect(foundIn("src/language/words.ts", source)).toEqual(found);
  });

  test("is no minutes in a test", () => {
    expect(foundIn("test/minutes/words.test.ts", source)).toEqual([
      "fixated",
      "fixate",
      "sum total",
      "fixated",
    ]);
  });

  test("is everything in any other source", () => {
    expect(foundIn("src/app/words.ts", source)).toHaveLength(12);
  });

  test("is no example of minutes in a document", () => {
    const text = "Fixated\n\n```markdown\n- fixated\n```\n\n```text\nfixated\n```\n\n```sh\nfixated\n```\n";

    expect(foundIn("docs/guide.md", text)).toEqual(["Fixated", "fixated"]);
  });

  test("is no code in the list of habits", () => {
    expect(foundIn("docs/habits.md", "| fixated | `fixated`, ``a `fixate` `` |")).toEqual(["fixated"]);
  });
});
