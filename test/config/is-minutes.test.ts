import { describe, expect, test } from "@jest/globals";
import { defaultConfig } from "../../src/config/defaults.ts";
import { isMinutes } from "../../src/config/is-minutes.ts";

describe("without configuration", () => {
  test.each([
    "meetings/2026-01-12.md",
    "docs/meeting-notes/2026/january.md",
    "Team-Meetings/Call 12.md",
    "notes/2026-01-12.markdown",
    "_minutes/2026-01-12-weekly.md",
    "wiki/2026-01-12-team-meeting.md",
    "MINUTES-2026-01.md",
  ])("%s is minutes", (path) => {
    expect(isMinutes(defaultConfig, path)).toBe(true);
  });

  test.each([
    "README.md",
    "meetings/README.md",
    "meetings/template.md",
    "docs/release-notes/1.0.md",
    "docs/guide.md",
    "meetings/agenda.txt",
    "node_modules/meeting/readme.md",
    ".github/minutes/x.md",
  ])("%s is none", (path) => {
    expect(isMinutes(defaultConfig, path)).toBe(false);
  });
});

test("a glob with ! takes files out wherever it is in the list", () => {
  const config = { ...defaultConfig, minutes: ["!calls/draft-*.md", "calls/**/*.md"] };

  expect(isMinutes(config, "calls/1.md")).toBe(true);
  expect(isMinutes(config, "calls/draft-1.md")).toBe(false);
});

test("globs and paths may begin with ./ or /", () => {
  expect(isMinutes({ ...defaultConfig, minutes: ["./calls/*.md"] }, "calls/1.md")).toBe(true);
  expect(isMinutes({ ...defaultConfig, minutes: ["/calls/*.md"] }, "./calls/1.md")).toBe(true);
});
