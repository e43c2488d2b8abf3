import { expect, test } from "@jest/globals";
import { meetingName } from "../../src/minutes/meeting-name.ts";

test.each([
  ["Garden club, 2021-03-04", "a.md", "Garden club"],
  ["2021-03-04 Garden club", "a.md", "Garden club"],
  ["Garden club meeting of 4th March 2021", "a.md", "Garden club meeting"],
  ["Garden club Thursday 2021-03-04", "a.md", "Garden club"],
  ["Garden Club Meeting (Mar 4, 2021)", "a.md", "Garden Club Meeting"],
  ["Clubs/2021-03-04-garden-club-meeting", "a.md", "garden club meeting"],
  ["Garden club meeting #12 - 2021/03/04", "a.md", "Garden club meeting #12"],
  [null, "notes/2021-03-04-garden-club.md", "garden club"],
  [null, "logs/garden-club.2021-03-04-10.00.log.txt", "garden club"],
  [null, "logs/2021-03-04-garden-club.log", "garden club"],
  ["2021-03-04", "notes/20210304_garden_club.md", "garden club"],
  ["2021-03-04", "notes/2021-03-04.md", "meeting"],
  ["Garden/2021-03-04-weekly", "a.md", "weekly meeting"],
  ["Standup 2021-03-04", "a.md", "Standup"],
  ["1. Welcome", "notes/2021-03-04-garden-club.md", "garden club"],
  ["Réunion du jardin 2021-03-04", "a.md", "Réunion du jardin"],
])("a meeting titled %j in %s is called %j", (title, path, expected) => {
  expect(meetingName({ title, path, topics: [] })).toBe(expected);
});

test("a meeting without a title is called by the topic that has its date", () => {
  const topics = [{ id: 0, title: "Garden club, 2021-03-04", parent: null, line: 1, endLine: 9 }];

  expect(meetingName({ title: null, path: "weekly.md", topics })).toBe("Garden club");
});
