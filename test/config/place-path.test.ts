import { expect, test } from "@jest/globals";
import { defaultConfig } from "../../src/config/defaults.ts";
import { placePath } from "../../src/config/place-path.ts";

const withGlobs = (...minutes: string[]) => ({ ...defaultConfig, minutes });

test.each([
  [["calls/**/*.md"], "calls/2026/1.md", "calls/2026/1.md"],
  [["team/calls/**/*.md"], "2026/1.md", "team/calls/2026/1.md"],
  [["team/calls/*.md"], "2026/1.md", "team/calls/1.md"],
  [["!team/calls/old/**", "talks/*.txt", "team/calls/**/*.md"], "1.md", "team/calls/1.md"],
  [["**/*.md"], "1.md", "1.md"],
  [["calls/*.txt"], "1.md", null],
])("under %j the file %s belongs at %s", (globs, path, place) => {
  expect(placePath(withGlobs(...globs), path)).toBe(place);
});
