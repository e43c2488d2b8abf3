import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const day = (source: string, path = "notes/tea.md"): string | null => readText(source, {}, path).date;

describe("the meeting's day", () => {
  test.each([
    ["front matter", "---\ndate: 2021-03-02\n---\n# Tea", "notes/2020-01-01.md"],
    ["the file's name", "# Tea of 5 May 2020", "notes/2021-03-02-tea.md"],
    ["a name with dots or underscores", "# Tea", "notes/tea_2021_03_02.md"],
    ["a name with the month first", "# Tea", "notes/03-02-2021.md"],
    ["the folders", "# Tea", "notes/2021/03-02.md"],
    ["a folder and a month's name", "# Tea", "notes/2021/march-2.md"],
    ["folders of years and months", "# Tea", "notes/2021/march/2.md"],
    ["folders of numbers", "# Tea", "notes/2021/3/02-tea.md"],
    ["a year's folder further up", "# Tea", "notes/2021/calls/03-02-notes.md"],
    ["a folder of its own", "# Tea", "notes/20210302-tea/notes.md"],
    ["a name with more numbers", "# Tea", "notes/2021-03-02-2.md"],
    ["a name in one word", "# Tea", "notes/TeaRound20210302Japan.md"],
    ["a name with a month's name", "# Tea", "notes/2021-March-02.md"],
    ["a name with the month's name behind the day", "# Tea", "notes/tea-2-march-2021.md"],
    ["a name with a short year in front", "# Tea", "notes/tea-21-03-02.md"],
    ["the name of a log", "10:00 <ada> hello", "notes/tea.2021-03-02-10.00.log.txt"],
    ["numbers with dashes, day first", "# Tea\n\nDate: 02-03-2021", "notes/tea.md"],
    ["numbers with a short year that can only be in front", "# Tea\n\n21/03/02", "notes/tea.md"],
    [
      "TOML front matter",
      '+++\ntitle = "Tea"\ndate = 2021-03-02\n+++\n# Tea\n\nby 5 May 2021',
      "notes/tea.md",
    ],
    ["numbers, day first as another day shows", "# Tea 02/03/2021\n\nNext: 16/03/2021", "notes/tea.md"],
    ["numbers, day first as the weekday shows", "# Tea on Tuesday 02/03/2021", "notes/tea.md"],
    ["numbers, month first as the weekday shows", "# Tea on Tuesday 03/02/2021", "notes/tea.md"],
    ["a label", "# Tea\n\n**Date:** Tuesday, 2nd March, 2021", "notes/tea.md"],
    ["the title", "# Tea round, Mar. 2, 2021", "notes/tea.md"],
    ["a line at the top", "# Tea\n\nTuesday 2 March 2021", "notes/tea.md"],
    ["a year that only the title gives", "# Tea 2021\n\nTuesday, March 2nd", "notes/tea.md"],
    ["numbers, month first", "# Tea\n\n## Date 3/2/21", "notes/tea.md"],
    ["numbers that can only be day first", "# Tea 15/03/2021 is no month", "notes/2021-03-02.md"],
    ["another script", "# 茶会 2021年3月2日", "notes/tea.md"],
    ["another language", "# Tee am 2. März 2021", "notes/tea.md"],
  ])("is in %s", (_place, source, path) => {
    expect(day(source, path)).toBe("2021-03-02");
  });

  test.each([
    ["no day at all", "# Tea"],
    ["only the next one", "# Tea\n\nNext meeting: 2 March 2021"],
    ["a day that is none", "# Tea 31 February 2021"],
    ["a short year that is too early", "# Tea\n\n02/03/05"],
  ])("is unknown where the minutes give %s", (_what, source) => {
    expect(day(source)).toBeNull();
  });

  test.each([
    "notes/2021-13-02.md",
    "notes/12345678-tea.md",
    "notes/v1-02-03.md",
    "notes/2021/99-tea.md",
    "notes/tea-03-02.md",
  ])("is not in the path %s", (path) => {
    expect(day("# Tea", path)).toBeNull();
  });

  test.each([
    ["a second file of a day", "# Tea", "notes/2021-03-02-10.md", "2021-03-02"],
    ["a file of a day with a number", "# Tea", "notes/2021-03-02-2.md", "2021-03-02"],
    ["a file with an hour", "# Tea", "notes/tea-2021-03-02-14-30.md", "2021-03-02"],
    ["a folder's year and a number", "# Tea", "notes/2021/03-02-12.md", "2021-03-02"],
  ])("of %s is no other day", (_what, source, path, date) => {
    expect(day(source, path)).toBe(date);
  });

  test.each([
    "# Tea\n\n- CFP closes 2021-03-02\n- TODO: Ada to pour by Friday",
    "# Tea\n\nRelease 2.0 is planned for 2021-03-02",
    "# Tea\n\n## Pouring\n\n- x\n\n## FOSDEM 2021-03-02\n\n- y",
    "# Tea\n\nAda was born 12 May 1990",
    "# Tea\n\n1. Approval of minutes 2 March 2021\n2. Lids",
    "# Tea\n\nThe kettle broke on 2 March 2021",
    "# Tea\n\nCode freeze: 2 March 2021",
    "# Tea\n\nAda is away until 2 March 2021",
  ])("is not that of something else: %j", (source) => {
    expect(day(source)).toBeNull();
  });

  test.each([
    "# Tea\n\n## Notes of 2 March 2021",
    "# Tea\n\nOslo, 2 March 2021, 10:00 UTC",
    "# Tea\n\n## Call 2021-03-02\n\n- x",
    "# Tea\n\nTea call on 2 March 2021",
    "# Tea\n\nMeeting held on 2 March 2021 at the pot",
  ])("is in %j", (source) => {
    expect(day(source)).toBe("2021-03-02");
  });

  test("comes from the file's name where the text has day and month the other way round", () => {
    const { date, warnings } = readText("# Tea 12/01/2021", {}, "notes/2021-01-12.md");

    expect(date).toBe("2021-01-12");
    expect(warnings).toEqual([]);
  });

  test("does not depend on the machine's zone", () => {
    const zone = process.env.TZ;
    const days = ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"].map((name) => {
      process.env.TZ = name;
      return day("# Tea\n\nTuesday 2 March 2021");
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;

    expect(days).toEqual(["2021-03-02", "2021-03-02", "2021-03-02"]);
  });
});
