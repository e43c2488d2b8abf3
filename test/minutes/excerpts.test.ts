import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

/** The excerpt of the first reference, as `lines | path | speaker`. */
function excerpt(source: string): string {
  const [reference] = readText(source, { people: { Ada: "ada", Grace: "ghop" } }).references;
  const { line, endLine, path, speaker } = reference?.excerpt ?? {
    line: 0,
    endLine: 0,
    path: [],
    speaker: null,
  };
  return `${line}-${endLine} | ${path.join(" > ")} | ${speaker ?? ""}`;
}

describe("what is quoted for a reference is", () => {
  test("the item with what hangs below it", () => {
    expect(excerpt("- lids\n  - the lid of #12 is loose\n    - we glue it\n  - cups are fine")).toBe(
      "2-3 | lids | ",
    );
  });

  test("its own line of a list without bullets, with the remarks below it", () => {
    const list =
      "Lids of the kitchen:\n#12 glue the lid\n-> Bo will look\n#13 paint the lid\n#14 sell the lid";
    const lines = readText(list).references.map(({ excerpt: { line, endLine } }) => [line, endLine]);

    expect(lines).toEqual([
      [2, 3],
      [4, 4],
      [5, 5],
    ]);
  });

  test("a question with the first replies, up to another issue", () => {
    const talk = (last: string) =>
      `Ada: can we glue the lid of #12?\n\nGrace: yes, on Sunday\n\nAda: fine\n\n${last}\n\nGrace: and the cups`;

    expect(excerpt(talk("Grace: then I bring it"))).toBe("1-3 |  | Ada");
    expect(excerpt(talk("").replace("yes, on Sunday", "no, #13 comes first"))).toBe("1-1 |  | Ada");
    expect(excerpt("- Ada: who glues the lid of #12?\n- Grace: I do\n- Ada: thanks\n- Grace: tea?")).toBe(
      "1-2 |  | Ada",
    );
  });

  test("with the one who speaks above", () => {
    expect(excerpt("- Ada: much to say\n  - the lid of #12 is loose\n  - cups are fine")).toBe(
      "2-2 | Ada | Ada",
    );
  });

  test("the short item above a bare mention", () => {
    expect(
      excerpt(
        "- x\n  - Ada: the lid is loose\n    - <https://github.com/octo/tea/issues/12>\n    - #13\n- y",
      ),
    ).toBe("2-4 | x | Ada");
  });

  test("what is below a heading", () => {
    expect(excerpt("# Tea 2021\n\n## The lid #12\n\nIt is loose.\n\n- we glue it\n\n## Cups")).toBe(
      "5-7 | The lid #12 | ",
    );
  });

  test("the heading itself where nothing is below", () => {
    expect(excerpt("# Tea 2021\n\n## The lid #12\n\n## Cups\n\nfine")).toBe("3-3 |  | ");
  });

  test("all below a heading whose first line is the link", () => {
    expect(
      excerpt(
        "# Tea 2021\n\n## The lid\n\n**Link:** https://github.com/octo/tea/pull/12\n- loose\n- we glue it\n\n## Cups",
      ),
    ).toBe("5-7 | The lid | ");
  });

  test("the topic that a line in bold opens", () => {
    expect(
      excerpt("**The lid** [**#12**](https://github.com/octo/tea/pull/12)\n\n- loose\n\n**Cups**\n\n- fine"),
    ).toBe("1-3 |  | ");
  });

  test("the talk between two addresses in a transcript", () => {
    expect(
      excerpt(
        "Topic: Lids\n\n> *Ada:* <https://github.com/octo/tea/pull/12>\n\n**Grace:** loose\n\n> *Ada:* <https://github.com/octo/tea/pull/13>",
      ),
    ).toBe("3-5 | Lids | Ada");
  });

  test("the talk between two addresses even where they begin a section one after the other", () => {
    const posted = (number: number) => `> *Ada:* <https://github.com/octo/tea/pull/${number}>`;

    expect(
      excerpt(
        `# Tea 2021\n\n## Status\n\n${posted(12)}\n\n${posted(13)}\n\n**Grace:** loose\n\n${posted(14)}\n\n**Ada:** done`,
      ),
    ).toBe("5-5 | Status | Ada");
  });

  test("what is below a heading that is nothing but an address", () => {
    expect(excerpt("# Tea 2021\n\n## https://github.com/octo/tea/pull/12\n\nIt is loose.\n\n## Cups")).toBe(
      "5-5 | octo/tea#12 | ",
    );
  });

  test("an item that says little, yet what was said", () => {
    expect(excerpt("- lids\n  - #12 is merged\n  - the cups are fine")).toBe("2-2 | lids | ");
  });

  test("a paragraph without the agenda item behind it", () => {
    expect(
      excerpt(
        "Ada: fine.\n\nACTION: Ada to mend #12 (the lid)\n\n- Cups #13\n  - are fine\n- Spoons\n  - too",
      ),
    ).toBe("3-3 |  | ");
  });

  test("what somebody says, as far as the scribe continues", () => {
    expect(excerpt("**Ada:** we have to look at #12 soon  \n… and glue it  \n\n**Grace:** yes")).toBe(
      "1-2 |  | Ada",
    );
  });

  test("a paragraph, and a lead-in with its list", () => {
    expect(excerpt("Cups are fine.\n\nThe lid of #12\nis loose.\n\nMore.")).toBe("3-4 |  | ");
    expect(excerpt("About the lid of #12:\n\n- loose\n- we glue it")).toBe("1-4 |  | ");
  });

  test("a row, with the header of its table", () => {
    const table = "| what | issue |\n| --- | --- |\n| cup | #29 |\n| lid | #30 |";
    const [, lid] = readText(table).references;

    expect(lid?.excerpt).toMatchObject({
      line: 4,
      endLine: 4,
      markdown: "| lid | #30 |",
      tableHead: { line: 1, markdown: "| what | issue |\n| --- | --- |" },
    });
  });

  test("the header of a table that itself names it", () => {
    expect(excerpt("| what | in #12 |\n| --- | --- |\n| lid | fine |")).toBe("1-2 |  | ");
  });

  test("cut where it gets long", () => {
    const long = `- the lid of #12 is loose\n${"  - and so on\n".repeat(200)}`;

    expect(excerpt(long)).toBe("1-40 |  | ");
  });
});

test("an excerpt is a part of the source, line ends included", () => {
  const source = "- the lid of #12 is loose\r\n\t- we glue it\r\n- cups";
  const [reference] = readText(source).references;

  expect(reference?.excerpt.markdown).toBe("- the lid of #12 is loose\r\n\t- we glue it");
});

test.each([
  "Present: Ada (@ada), Linus",
  "**Regrets:** Grace",
  "Scribe: Ada",
  "2026-03-05",
  "Thursday, 5 March 2026",
  "Date: 2026-03-05",
])("%j is no context of the action below it", (head) => {
  const { actions } = readText(`# Tea\n\n${head}\n\n- TODO: Ada to glue the lid`);

  expect(actions[0]?.context).toEqual([]);
});

test("context lines are what comes before, then above", () => {
  const { actions } = readText("- lids\n  - the big one is loose\n  - TODO: Ada to glue it");

  expect(actions[0]?.context).toEqual([
    { line: 2, text: "the big one is loose" },
    { line: 1, text: "lids" },
  ]);
});

describe("an action or decision is about", () => {
  test.each([
    [
      "the links below the title, with attributes between them",
      "# Tea\n\n## Lid\n{: #lid}\n\n_See [#12](https://github.com/octo/tea/issues/12)._\n\n**Ada:** loose\n\n- TODO: Ada to glue it",
      ["octo/tea#12"],
    ],
    [
      "the address that the scribe writes between what people say",
      "# Tea\n\n## Lid\n\n**Ada:** next is the lid\n\n_See [#12](https://github.com/octo/tea/issues/12)._\n\n**Grace:** loose\n\nACTION: Ada to glue it",
      ["octo/tea#12"],
    ],
    ["what its own words name", "## Lid #12\n\n- TODO: Ada to look at #13 today", ["octo/tea#13"]],
    ["the topic's title", "# Tea\n\n## Lid #12\n\n- loose\n  - TODO: Ada to glue it", ["octo/tea#12"]],
    [
      "the links right below the title",
      "# Tea\n\n## Lid\n\n**Link:** https://github.com/octo/tea/pull/12\n\n- TODO: Ada to glue it",
      ["octo/tea#12"],
    ],
    [
      "the address posted last",
      "# Tea\n\n## Lids\n\n> *Ada:* https://github.com/octo/tea/pull/12\n\n> *Ada:* https://github.com/octo/tea/pull/13\n\n**Grace:** loose\n\nACTION: Ada to glue it",
      ["octo/tea#13"],
    ],
    ["nothing, if nothing is named", "# Tea\n\n- TODO: Ada to glue it\n- #12 is fine", []],
  ])("%s", (_rule, source, references) => {
    expect(readText(source).actions[0]?.about.references).toEqual(references);
  });
});

test.each([
  [39, false],
  [60, true],
])("a passage of %d lines is cut: %j", (count, expected) => {
  const items = Array.from({ length: count }, (_, index) => `- point ${index}`).join("\n");

  const [reference] = readText(`## The lid #12\n\n${items}\n\n## Cups\n\nfine`).references;

  expect(reference?.excerpt.isCut).toBe(expected);
});

test("a passage that ends before a private part is not cut for its length", () => {
  const [reference] = readText("# Tea\n\n## The lid #12\n\n- loose\n- [private] wages\n- glued").references;

  expect(reference?.excerpt.isCut).toBe(false);
});

describe("a passage that is too long to be quoted whole", () => {
  const talk = (count: number, last: string) =>
    `# Tea\n\n## Lid #12\n\n${Array.from({ length: count }, (_, at) => `Ada says ${at} of it.`).join("\n\n")}\n\n${last}\n`;
  const endingOf = (source: string) => readText(source).references[0]?.excerpt.ending;

  test("has its end too", () => {
    expect(endingOf(talk(40, "So we glue it."))).toEqual({
      line: 79,
      endLine: 85,
      markdown: "Ada says 37 of it.\n\nAda says 38 of it.\n\nAda says 39 of it.\n\nSo we glue it.",
    });
  });

  test("has none where something private is in between, and none where it is quoted whole", () => {
    const secret = "<!-- minutebook: private -->\n\nhush\n\n<!-- /minutebook: private -->";

    expect(endingOf(talk(40, `${secret}\n\nSo we glue it.`))).toBeUndefined();
    expect(endingOf(talk(3, "So we glue it."))).toBeUndefined();
  });
});
