import { describe, expect, test } from "@jest/globals";
import { meetingName, withoutMeeting } from "../../src/minutes/meeting-name.ts";
import { readText } from "./read-text.ts";

const nameOf = (title: string | null, path: string): string =>
  meetingName({ titles: title === null ? [] : [title], path, topics: [] });

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
  expect(nameOf(title, path)).toBe(expected);
});

describe("a name has no date", () => {
  test.each([
    ["Garden club, March 04", "Garden club"],
    ["Garden club 4 Mar 21", "Garden club"],
    ["Garden club, 14–16 September 2025", "Garden club"],
    ["Garden club, 30 April - 2 May 2025", "Garden club"],
    ["Garden club, Sept. 3rd-5th 2025", "Garden club"],
    ["Garden club report for 4-March-2021", "Garden club report"],
    ["Garden club 2025 - December", "Garden club"],
    ["Garden club - December", "Garden club"],
    ["Garden club, May 2025", "Garden club"],
    ["Garden club of 04/03/2021", "Garden club"],
    ["Garden club 2021-03-041", "Garden club"],
    ["Garden club meetings, 18", "Garden club meetings"],
    ["Garden club, Thursday", "Garden club"],
    ["Garden club, 2021-03-04 at 12:00pm CEST", "Garden club"],
    ["Garden club, March 4, 2021 (10:00 UTC / 6am ET)", "Garden club"],
    ["Gartenverein, 4. März 2021, 19:30 Uhr", "Gartenverein meeting"],
    ["Club de jardín, 4 de marzo de 2021", "Club de jardín"],
  ])("%j", (title, expected) => {
    expect(nameOf(title, "a.md")).toBe(expected);
  });

  test.each([
    ["May's garden club", "May's garden club"],
    ["Garden 4.2 planning call", "Garden 4.2 planning call"],
    ["GC03: Garden club call", "GC03: Garden club call"],
    ["Garden club meeting 12", "Garden club meeting 12"],
  ])("%j keeps what is none", (title, expected) => {
    expect(nameOf(title, "a.md")).toBe(expected);
  });

  test.each([
    ["gc03-garden-club-call-26-nov-02.md", "gc03 garden club call"],
    ["report-of-the-garden-club-jan-12th-2002.md", "report of the garden club"],
    ["garden-club-in-Essen-14-16-sept-2025.md", "garden club in Essen"],
    ["garden-club-2026-03-10-13.md", "garden club"],
    ["garden-report-2023-Jan-16.md", "garden report"],
    ["2022-Aug10-Garden-Club.md", "Garden Club"],
  ])("of the file %s", (path, expected) => {
    expect(nameOf(null, path)).toBe(expected);
  });
});

describe("a title that is no name of a meeting", () => {
  test.each([
    "Attending",
    "March 4 Attendees:",
    "Participants",
    "Who was here",
    "Absent",
    "Recording and transcript",
    "2021-03-04 at 12:00pm CEST",
    "Next meeting schedule",
    "Meeting adjourned.",
    "Follow Up.",
    "Agenda and notes",
    "Old business",
    "Links",
    "Action items from last meeting",
    "Meeting",
    "Status updates",
  ])("%j gives way to the file's name", (title) => {
    expect(nameOf(title, "clubs/2021-03-04-garden-club.md")).toBe("garden club");
  });

  test("is one in front of a meeting's word that says which", () => {
    expect(nameOf("Status call", "a.md")).toBe("Status call");
    expect(nameOf("Roll call", "b.md")).toBe("b meeting");
  });
});

describe("a folder's name counts where the file's says nothing", () => {
  test.each([
    ["garden-club/2021/2021-03-04.md", "garden club meeting"],
    ["garden-club/minutes/archive/agenda-minutes-2021-03-04.md", "garden club meeting"],
    ["docs/community/meetings/2021/03/notes-2021-03-04.md", "meeting"],
    ["clubs/garden sync/2021-03-04.md", "garden sync"],
  ])("%s", (path, expected) => {
    expect(nameOf(null, path)).toBe(expected);
  });
});

test.each([
  ["Meeting Notes: Gardens", "Gardens meeting"],
  ["Minutes of the Garden Club Meeting", "Garden Club Meeting"],
  ["Garden club meeting notes", "Garden club meeting"],
  ["Garden club agenda", "Garden club"],
])("what is written of a meeting is no part of its name: %j", (title, expected) => {
  expect(nameOf(title, "a.md")).toBe(expected);
});

test("files that begin with a word for what people hold are called by what comes behind it", () => {
  expect(nameOf(null, "20210304-meeting-gardens.md")).toBe("gardens meeting");
  expect(nameOf(null, "2021-03-04-meeting-with-essen.md")).toBe("meeting with essen");
});

test("a meeting without a title is called by the topic that has its date", () => {
  const topics = [{ id: 0, title: "Garden club, 2021-03-04", parent: null, line: 1, endLine: 9 }];

  expect(meetingName({ titles: [], path: "weekly.md", topics })).toBe("Garden club");
});

test.each(["The roof has been leaking again ever since 2021-03-04", "Rain on 2021-03-04 at night"])(
  "%j is what happened, and no name",
  (title) => {
    const topics = [{ id: 0, title, parent: null, line: 1, endLine: 9 }];

    expect(meetingName({ titles: [], path: "weekly.md", topics })).toBe("weekly meeting");
  },
);

describe("minutes", () => {
  test.each([
    ["---\ntitle: Roof garden board\n---\n\n# Garden club, 4 March 2021\n\n- #12", "Roof garden board"],
    ["---\ntitle: 2021-03-04\n---\n\n# Garden club\n\n- #12", "Garden club"],
    ["# Garden club\n\n## Seeds\n\n- #12", "Garden club"],
    ["## Garden club meeting\n\n- #12\n\n## Seeds\n\n- #13", "Garden club meeting"],
    ["## Seeds\n\n- #12\n\n## Roof\n\n- #13", "tea round"],
    ["## March 4 Attendees:\n\n- Ada\n\n## Seeds\n\n- #13", "tea round"],
  ])("%j are of a meeting with a name", (source, expected) => {
    expect(readText(source, {}, "2021-03-04-tea-round.md").name).toBe(expected);
  });
});

test("titles of topics without the meeting's keep those that merely are no name", () => {
  const meeting = { title: "Garden club, 2021-03-04", name: "Garden club" };

  expect(
    withoutMeeting(["Garden club, 2021-03-04", "2021-03-04", "Garden club", "Links", "Seeds"], meeting),
  ).toEqual(["Links", "Seeds"]);
});
