import { expect, test } from "@jest/globals";
import { isFormality } from "../../../src/plan/comments/formality.ts";

test.each([
  "Proposed agenda accepted",
  "The proposed agenda was accepted without changes",
  "The [proposed agenda](call later today - orchard/press#7) was accepted without changes",
  "Proposed agenda accepted, with item 4 on the new press moved to the next call",
  "Minutes of the last call were approved",
  "Agreed to adopt the agenda",
  "We approved the previous minutes",
  "Ada agrees",
  "AB, CD agreed",
  "Ada, Bo and Cy agree.",
  "We will continue discussing this",
  "The council decided to continue to discuss it",
  "Good news, the journal has accepted the paper on the press",
  "AB: Problem: short screws are accepted by the press",
])("decides nothing about an issue: %s", (text) => {
  expect(isFormality(text)).toBe(true);
});

test.each([
  "The press is repaired before the harvest",
  "We agreed to buy a longer screw",
  "Ada agrees to write the minutes of the press tests",
  "Council agrees to review the profiles",
  "The proposal was accepted",
  "Move the agenda label off the list once the press is repaired",
  "News page: use the short form",
  "Release notes of the press approved",
  "Agenda label for broken presses approved",
  "Attendance policy of the orchard was adopted",
  "Approved the agenda label for presses",
  "The release notes list the press first; agreed",
])("is a decision: %s", (text) => {
  expect(isFormality(text)).toBe(false);
});
