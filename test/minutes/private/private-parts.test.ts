import { describe, expect, test } from "@jest/globals";
import type { ReadingOptions } from "../../../src/minutes/options.ts";
import { readText } from "../read-text.ts";

const SECRET = "- TODO: Ada to tell nobody of #66";

describe("a private part is read for nothing and quoted nowhere", () => {
  const cases: [string, string, Partial<ReadingOptions>][] = [
    [
      "a heading",
      `# Tea\n\n## Executive session\n\n${SECRET}\n\n### Deeper\n\n${SECRET}\n\n## Cups #12\n\nfine`,
      {},
    ],
    ["a heading's brackets", `# Tea\n\n## Wages [private]\n\n${SECRET}\n\n## Cups #12\n\nfine`, {}],
    ["an item that begins with it", `- [private] wages\n  ${SECRET}\n- cups #12 are fine`, {}],
    ["a paragraph that begins with it", `Off the record: see #66\n\nCups #12 are fine`, {}],
    [
      "fences",
      `<!-- minutebook: private -->\n\n${SECRET}\n\n<!-- /minutebook: private -->\n\nCups #12 are fine`,
      {},
    ],
    [
      "fences with another end",
      `<!-- minutebook: private -->\n${SECRET}\n\n<!-- minutebook: public -->\n\nCups #12`,
      {},
    ],
    [
      "a team's own word",
      `# Tea\n\n## Vertraulich\n\n${SECRET}\n\n## Cups #12\n\nfine`,
      { privateMarkers: ["vertraulich"] },
    ],
  ];
  test.each(cases)("%s", (_habit, source, options) => {
    const meeting = readText(source, options);

    expect(meeting.references.map(({ target }) => target)).toEqual(["octo/tea#12"]);
    expect(meeting.actions).toEqual([]);
    expect(meeting.privateParts).toHaveLength(1);
    expect(JSON.stringify({ ...meeting, privateParts: [] })).not.toContain("66");
  });

  test("nor by the excerpt of what is above it", () => {
    const { references } = readText(
      "- lids #12 were talked about at length\n  - loose\n  - [private] wages #66\n  - glued",
    );

    expect(references.map(({ target, excerpt }) => [target, excerpt.endLine])).toEqual([["octo/tea#12", 2]]);
  });
});

test("a fence without an end keeps the rest private and is warned about", () => {
  const meeting = readText(`#12\n\n<!-- minutebook: private -->\n\n${SECRET}`);

  expect(meeting.privateParts).toEqual([{ line: 3, endLine: 5 }]);
  expect(meeting.warnings.map(({ line, code }) => `${line} ${code}`)).toEqual(["3 private-fence-open"]);
});

test("what somebody took out already keeps nothing else private", () => {
  expect(readText("- Ada: fine [redacted], see #12").references).toHaveLength(1);
});
