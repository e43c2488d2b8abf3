import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { generateMinutes } from "../../bench/generated/minutes.ts";
import type { Excerpt, Meeting } from "../../src/minutes/meeting.ts";
import { readText } from "./read-text.ts";

// A hundred readings each; a machine that does much else besides may be slow.
jest.setTimeout(60_000);

/** Pieces that mean something to Markdown or to a rule. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."* |- |  - |> |# |### |\n|\n\n|\r\n|\t|    |**|_|`|```\n|[|](|)|<|>|<!-- | -->|---\n|| a | b |\n|| - | - |\n|[ ] |~~|\\|…".split(
      "|",
    ),
  ),
  fc.constantFrom(
    "#12",
    "octo/tea#3",
    "https://github.com/octo/tea/issues/4",
    "issues 1, 2",
    "1.2",
    "TODO: ",
    "ACTION ",
    "Ada",
    "Ada: ",
    "Present: ",
    "## Present\n",
    "agreed to ship",
    "Tuesday 2 March",
    "by Friday",
    "<ada> ",
    "[name=Ada] (5m): ",
    "[private] ",
    "<!-- minutebook: private -->",
    "@ada",
    "&nbsp;",
    "won’t",
    "{: #x}",
    "é",
    "👍",
    "\u0000",
    "\u2028",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const randomText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

/** Minutes with a part cut out, doubled or replaced by something random. */
const mutatedMinutes = fc
  .tuple(fc.nat(40), fc.nat(3000), fc.nat(200), randomText, fc.boolean())
  .map(([index, start, length, text, isDoubled]) => {
    const source = generateMinutes(index + 1).at(-1)?.source ?? "";
    const cut = source.slice(start, start + length);
    return source.slice(0, start) + text + (isDoubled ? cut + cut : "") + source.slice(start + length);
  });

function excerptsOf(meeting: Meeting): readonly Excerpt[] {
  const { references, milestones, actions, decisions } = meeting;
  return [...references, ...milestones, ...actions, ...decisions].map(({ excerpt }) => excerpt);
}

function linesOf(meeting: Meeting): number[] {
  const { references, milestones, actions, decisions, topics, warnings } = meeting;
  return [
    ...[...references, ...milestones, ...warnings].map(({ line }) => line),
    ...[...actions, ...decisions, ...topics, ...excerptsOf(meeting)].flatMap(({ line, endLine }) => [
      line,
      endLine,
    ]),
  ];
}

describe.each([
  ["random Markdown", randomText],
  ["mutated minutes", mutatedMinutes],
])("whatever the text (%s)", (_name, texts) => {
  test("reading never throws, and what it gives is plain data", () => {
    fc.assert(
      fc.property(texts, (source) => {
        const meeting = readText(source);
        expect(JSON.parse(JSON.stringify(meeting))).toEqual(meeting);
      }),
    );
  });

  test("every line exists, and no range is upside down", () => {
    fc.assert(
      fc.property(texts, (source) => {
        const meeting = readText(source);
        const count = source.split(/\r\n|\n|\r/).length;
        expect(linesOf(meeting).filter((line) => line < 1 || line > count)).toEqual([]);
        expect(
          [...meeting.topics, ...excerptsOf(meeting)].filter(({ line, endLine }) => endLine < line),
        ).toEqual([]);
      }),
    );
  });

  test("every excerpt is a part of the source and quotes nothing private", () => {
    fc.assert(
      fc.property(texts, (source) => {
        const meeting = readText(source);
        for (const { markdown, line, endLine } of excerptsOf(meeting)) {
          expect(source).toContain(markdown);
          const quoted = meeting.privateParts.filter((part) => part.line <= endLine && line <= part.endLine);
          expect(quoted).toEqual([]);
        }
      }),
    );
  });

  test("a topic stands in the one above it", () => {
    fc.assert(
      fc.property(texts, (source) => {
        const { topics } = readText(source);
        for (const { parent, line, endLine } of topics) {
          const above = parent === null ? undefined : topics[parent];
          if (above !== undefined) expect(above.line <= line && endLine <= above.endLine).toBe(true);
        }
      }),
    );
  });
});

test("line ends do not change what is found", () => {
  fc.assert(
    fc.property(mutatedMinutes, (text) => {
      const source = text.replace(/\r/g, "");
      const found = (meeting: Meeting) => meeting.references.map(({ line, target }) => `${line} ${target}`);
      expect(found(readText(source.replaceAll("\n", "\r\n")))).toEqual(found(readText(source)));
    }),
    { numRuns: 30 },
  );
});
