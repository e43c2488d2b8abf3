import { describe, expect, test } from "@jest/globals";
import { readAnnouncement } from "../../src/language/announcements.ts";

describe("labels that announce actions", () => {
  test.each([
    "Action items",
    "Action Items:",
    "ACTIONS",
    "3. Actions arising",
    "✅ To-dos",
    "TODO for next meeting",
    "Next steps",
    "Summary of action items",
    "This week's action items",
    "Action items (5 min)",
    "Tasks",
    "AIs",
    "AI",
    "AI from last week",
  ])("%s", (text) => {
    expect(readAnnouncement(text, true)).toMatchObject({ actions: true, decisions: false });
  });

  test.each(["Follow-ups from past meetings", "Review of last week's action items", "Previous actions"])(
    "%s, from an earlier meeting",
    (text) => {
      expect(readAnnouncement(text, true)).toMatchObject({ actions: true, carriedOver: true });
    },
  );

  test("Possible actions, not settled", () => {
    expect(readAnnouncement("Possible actions:", false)).toMatchObject({ actions: true, possible: true });
  });
});

describe("labels that announce decisions", () => {
  test.each([
    "Decisions",
    "Decisions made",
    "Resolutions",
    "We agreed:",
    "Consensus of the meeting:",
    "Sense of the group:",
  ])("%s", (text) => {
    expect(readAnnouncement(text, false)).toMatchObject({ actions: false, decisions: true });
  });

  test("Decisions & action items announce both", () => {
    expect(readAnnouncement("Decisions & action items", true)).toMatchObject({
      actions: true,
      decisions: true,
    });
  });
});

test.each([
  "Announcements",
  "The next steps were agreed, somebody has to do them",
  "Discussion about action items",
  "GitHub Actions",
  "Agreed to merge weekly",
  "Task force updates",
  "follow up from the discussion about conduct and its rules",
  "AI in teaching",
  "AI for the kettle",
  "AI/ML",
  "AI - what we allow",
  "AI summary",
  "AP exams",
])("%s announces nothing", (text) => {
  expect(readAnnouncement(text, false)).toBeNull();
});
