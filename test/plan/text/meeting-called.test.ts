import { expect, test } from "@jest/globals";
import { meetingCalled } from "../../../src/plan/text/meeting-called.ts";

const called = (name: string, repository: string): string =>
  meetingCalled({ name }, { webUrl: "https://github.com", repository, commit: "a" });

test.each([
  ["weekly meeting", "orchard/press", "weekly meeting"],
  ["meeting", "orchard/press", "press meeting"],
  ["meeting", "orchard/minutes", "orchard meeting"],
  ["meeting", "orchard/meeting-notes", "orchard meeting"],
  ["meeting", "orchard/Team-Docs", "orchard meeting"],
])("a meeting called %j in %s is the %s", (name, repository, expected) => {
  expect(called(name, repository)).toBe(expected);
});
