import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { minutes } from "./read.ts";

const bits = fc.constantFrom(
  "TODO: ",
  "- ",
  "  - ",
  "[ ] ",
  "[x] ",
  "Ada ",
  "@linus ",
  "to ",
  "will ",
  "tag the release ",
  "by Friday ",
  "(done) ",
  "-- DONE",
  "## Action items\n\n",
  "Next steps:\n\n",
  "| Action | Owner |\n| --- | --- |\n| tag it | Ada |\n",
  "RESOLVED: ",
  "agreed ",
  "consensus ",
  "**",
  "`",
  "[",
  "](",
  ")",
  "\n",
  "\n\n",
  "\r\n",
  "é ",
  "😀 ",
);

test("whatever minutes hold, actions and decisions are on lines of the file and repeat only what came before", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
      const source = minutes(parts.join(""));
      const lines = source.split(/\r\n|\n|\r/).length;

      const { actions, decisions } = readMinutes("2024-05-15.md", source, defaultReadingOptions);

      for (const { line, endLine, same } of [...actions, ...decisions]) {
        expect([line >= 1, line <= endLine, endLine <= lines, same === null || same < line]).toEqual([
          true,
          true,
          true,
          true,
        ]);
      }
      for (const { owners, logins, due } of actions) {
        expect(new Set(owners).size).toBe(owners.length);
        expect(logins.length).toBeLessThanOrEqual(owners.length);
        expect((due ?? "2024-05-15") >= "2024-05-15").toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
