import { expect, test } from "@jest/globals";
import { defaultReadingOptions } from "../../src/minutes/options.ts";
import { readMinutes } from "../../src/minutes/read.ts";
import { readerFor } from "../../src/minutes/reader-for.ts";

const options = { ...defaultReadingOptions, repository: "octo-org/app" };

test.each([
  ["2026-03-02.md", "# Orchard call\n\n- #7 is ripe\n  - TODO: Ada to pick it\n"],
  ["2026-03-02.html", "<h1>Orchard call</h1><ul><li>#7 is ripe</li><li>TODO: Ada to pick it</li></ul>"],
  ["2026-03-02.log", "10:00 <ada> #7 is ripe\n10:01 <ada> ACTION: Ada to pick it\n"],
])("%s is read as by the reader of all formats", async (path, source) => {
  const read = await readerFor(path);

  const meeting = read(path, source, options);

  expect(meeting).toEqual(readMinutes(path, source, options));
  expect(meeting.references.map(({ target }) => target)).toEqual(["octo-org/app#7"]);
});
