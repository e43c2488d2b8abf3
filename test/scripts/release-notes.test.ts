import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { findNotes } from "../../scripts/release-notes.ts";

const changelog = `# Changelog

## [Unreleased]

- Later.

## [1.2.3] - 2026-01-12

### Added

- Minutes in HTML.

## [1.2.2] - 2026-01-05

## [1.2.0] - 2026-01-01

- The first.
`;

test("the notes of a release are its entry, without its heading", () => {
  expect(findNotes(changelog, "1.2.3")).toBe("### Added\n\n- Minutes in HTML.");
  expect(findNotes(changelog, "1.2.0")).toBe("- The first.");
});

test.each(["1.2.2", "1.2", "2.0.0"])("version %s has no notes", (version) => {
  expect(findNotes(changelog, version)).toBeUndefined();
});

test("a tag that is not package.json's version is refused", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/release-notes.ts", "v99.0.0"], {
    encoding: "utf8",
  });

  expect([status, stderr]).toEqual([1, expect.stringContaining("The tag is v99.0.0 and package.json says")]);
});
