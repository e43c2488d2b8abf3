import { afterEach, describe, expect, test } from "@jest/globals";
import * as chrono from "chrono-node/en";
import fc from "fast-check";
import { readDue } from "../../../src/minutes/actions/due.ts";

/** A Wednesday. */
const MEETING = "2024-05-15";
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const CASES: readonly (readonly [string, string | null])[] = [
  ["Ada to tag it today", "2024-05-15"],
  ["Ada to tag it by EOD", "2024-05-15"],
  ["Ada to tag it tomorrow", "2024-05-16"],
  ["Ada to tag it by Friday", "2024-05-17"],
  ["Ada to tag it by EOD Friday", "2024-05-17"],
  ["Ada to tag it on Wednesday", "2024-05-22"],
  ["Ada to tag it Tues", "2024-05-21"],
  ["Ada to tag it next Friday", "2024-05-24"],
  ["Ada to tag it tomorrow or Friday", "2024-05-17"],
  ["Ada to tag it Thurs or Fri", "2024-05-17"],
  ["Ada to tag it by 2024-06-01", "2024-06-01"],
  ["Ada to tag it by June 1st", "2024-06-01"],
  ["Ada to tag it by 1 June", "2024-06-01"],
  ["Ada to tag it before Jan 7", "2025-01-07"],
  ["Ada to tag it by 6/1", "2024-06-01"],
  ["Ada to tag it by the 24th", "2024-05-24"],
  ["Ada to tag it by the 3rd", "2024-06-03"],
  ["shared day off on Tues the 21st", "2024-05-21"],
  ["Ada to tag it in 3 days", "2024-05-18"],
  ["Ada to tag it in two weeks", "2024-05-29"],
  ["Ada to meet next week at this time", "2024-05-22"],
  ["Ada to tag it next week", null],
  ["Ada to tag it in June", null],
  ["Ada to tag it by the end of the month", null],
  ["Ada to report on what happened last Friday", null],
  ["Ada to join every Friday", null],
  ["Ada to add the notes since Monday", null],
  ["Ada to add a release to the schedule for 28 June", null],
  ["Ada to publish the minutes of 2024-05-15", null],
  ["Ada to send the minutes of 22 May", null],
  ["Ada to write a report on the meeting of 29 May", null],
  ["Ada to upload the recording (2024-05-22)", null],
  ["Ada to publish the 2024-05-22 minutes", null],
  ["Ada to read the minutes dated 22 May", null],
  ["Ada to put up the notes of the call of May 22", null],
  ["Ada to publish the minutes of 22 May by Friday", "2024-05-17"],
  ["Ada to publish the minutes by 22 May", "2024-05-22"],
  ["Ada to tag it by the end of 22 May", "2024-05-22"],
  ["Ada to tag it by close of 22 May", "2024-05-22"],
  ["Ada to pave the way for the next release (June 18)", null],
  ["Ada to book a room for the workshop (on 18 June)", null],
  ["Ada to look at the plan (June 18 release)", null],
  ["Ada to send the slides for the 18 June town meeting", null],
  ["Ada to cancel the calls scheduled for 2024-06-18 and 2024-06-25", null],
  ["Ada to send the slides before the June 18 meeting", "2024-06-18"],
  ["Ada to send the slides for the workshop (by June 18)", "2024-06-18"],
  ["Ada to send the slides (June 18)", "2024-06-18"],
  ["Ada to have a meeting on June 18", "2024-06-18"],
  ["Ada to sit in the sun and wed", null],
  ["Ada to tag it", null],
];

describe.each(["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])("with the machine in %s", (name) => {
  test.each(CASES)("%s", (text, due) => {
    process.env.TZ = name;

    expect(readDue(text, MEETING)).toBe(due);
  });
});

test("without the meeting's day only a full date counts", () => {
  expect(readDue("by Friday", null)).toBeNull();
  expect(readDue("by 2024-06-01", null)).toBe("2024-06-01");
  expect(readDue("by 2024-13-77", null)).toBeNull();
});

const days = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2060-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

test("a weekday is one of the seven days behind the meeting, as chrono sees it", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...WEEKDAYS), (day, weekday) => {
      const due = readDue(`Ada to tag it by ${weekday}`, day) ?? "";
      const reference = { instant: new Date(`${day}T12:00:00Z`), timezone: 0 };
      const [theirs] = chrono.parse(weekday, reference, { forwardDate: true });
      const distance = (Date.parse(due) - Date.parse(day)) / 86_400_000;

      expect(distance).toBeGreaterThan(0);
      expect(distance).toBeLessThanOrEqual(7);
      if (distance < 7) expect(theirs?.date().toISOString().slice(0, 10)).toBe(due);
    }),
  );
});

test("a full date is taken literally unless it is past", () => {
  fc.assert(
    fc.property(days, days, (day, due) => {
      expect(readDue(`Ada to tag it by ${due}`, day)).toBe(due >= day ? due : null);
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), days, (text, day) => {
      expect(readDue(`${text} Friday 31 Feb 99/99 the 40th in 99 weeks`, day)).not.toBeUndefined();
    }),
  );
});
