import { describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import type { Excerpt, Meeting } from "../../src/minutes/meeting.ts";
import { mutatedMinutes, randomText } from "./random-minutes.ts";
import { readText } from "./read-text.ts";

// A hundred readings each; a machine that does much else besides may be slow.
jest.setTimeout(60_000);

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

  test("a topic is in the one above it", () => {
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
