import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const targets = (source: string, path?: string): string[] =>
  readText(source, {}, path).references.map(({ line, target }) => `${line} ${target}`);

describe("what exports leave behind is understood", () => {
  test("MyST's directives that hold prose are read, those that hold code are not", () => {
    expect(targets("```{note} Title\n:class: x\n\nsee #12\n```\n\n```{code-block} js\n#13\n```")).toEqual([
      "4 octo/tea#12",
    ]);
  });

  test("attributes of pandoc and kramdown belong to no text", () => {
    const { topics } = readText("# Tea 2021\n\n## Lid {#lid .x}\n{: .no_toc}\n\nthe `lid`{.backtick} of #12");

    expect(topics.map(({ title }) => title)).toEqual(["Lid"]);
  });

  test.each([
    ["CRLF", "# Tea\r\n\r\n- lid #12\r\n- cup #13\r\n"],
    ["CR", "# Tea\r\r- lid #12\r- cup #13\r"],
    ["a byte order mark", "\uFEFF# Tea\n\n- lid #12\n- cup #13"],
    ["no-break spaces", "# Tea\n\n- lid\u00A0#12\n- cup&nbsp;#13"],
    ["tabs", "# Tea\n\n-\tlid #12\n-\tcup #13"],
  ])("%s", (_what, source) => {
    expect(targets(source)).toEqual(["3 octo/tea#12", "4 octo/tea#13"]);
  });

  test("mixed indents are lists, not code", () => {
    const { topics, references } = readText("* lids\n\t* big\n            * loose #12\n    * small #13");

    expect(references.map(({ line }) => line)).toEqual([3, 4]);
    expect(topics.map(({ title }) => title)).toEqual(["lids", "big"]);
  });

  test("smart quotes are straight for rules and as written for people", () => {
    const { milestones, topics } = readText("- it won’t make 1.2\n  - “sorry”");

    expect(milestones[0]?.outcome).toBe("out");
    expect(topics[0]?.title).toBe("it won’t make 1.2");
  });

  test("a long heading is one", () => {
    const title = `The lid ${"of the big pot ".repeat(10)}(#12)`;
    const { topics, references } = readText(`# Tea\n\n## ${title}\n\nloose\n\n## Cups`);

    expect(topics.map(({ line, endLine }) => [line, endLine])).toEqual([
      [3, 6],
      [7, 7],
    ]);
    expect(references[0]?.excerpt).toMatchObject({ line: 5, endLine: 5 });
  });

  test("a rule below wrapped prose makes no heading of it", () => {
    const source =
      "The lid is loose and\nwe will have to glue it before the next\nround of tea, see #12\n---\n- cup";

    expect(readText(source).topics).toEqual([]);
    expect(targets(source)).toEqual(["3 octo/tea#12"]);
  });

  test("HTML blocks are read, their comments and code are not", () => {
    expect(
      targets(
        '<details><summary>Lid #12</summary>\n<!-- #13 --><code>#14</code>\n<a href="https://github.com/octo/cup/issues/5">cup</a>\n</details>',
      ),
    ).toEqual(["1 octo/tea#12", "3 octo/cup#5"]);
  });
});

test("MeetBot's log is read with its commands", () => {
  const log = [
    "15:00:01 <ada> #startmeeting Tea round",
    "15:00:02 <meetbot> Meeting started, see #99",
    "15:00:10 <ada> #topic Lids",
    "15:00:20 <@grace> hello, see #44",
    "15:01:20 <grace> #action grace to glue the lid",
    "15:02:20 <ada> #agreed ship it",
    "15:03:20 <ada> #endmeeting",
  ].join("\n");
  const meeting = readText(log, { people: {} }, "logs/2021-03-02.log");

  expect(meeting.title).toBe("Tea round");
  expect(meeting.attendees.map(({ name }) => name)).toEqual(["ada", "grace"]);
  expect(meeting.topics.map(({ title }) => title)).toEqual(["Lids"]);
  expect(meeting.references.map(({ target, excerpt }) => [target, excerpt.speaker])).toEqual([
    ["octo/tea#44", "grace"],
  ]);
  expect(meeting.actions.map(({ line, owners }) => [line, owners])).toEqual([[5, ["grace"]]]);
  expect(meeting.decisions.map(({ line }) => line)).toEqual([6]);
});

test("the first topic of a log is a topic, and not the meeting's name", () => {
  const log = ["10:00 <ada> Topic: Lids", "10:01 <grace> #12 is loose", "10:02 <ada> RESOLVED: glue it"].join(
    "\n",
  );
  const meeting = readText(log, { people: {} }, "logs/2021-03-02.log");

  expect(meeting.title).toBeNull();
  expect(meeting.topics).toMatchObject([{ title: "Lids", line: 1, endLine: 3 }]);
  expect(meeting.references[0]?.excerpt).toMatchObject({ line: 2, isLog: true });
});

test("topics that bots announce are topics", () => {
  const log = [
    "10:00 <Zakim> agendum 1 -- Lids -- taken up [from ada]",
    "10:01 <grace> loose, see #12",
    '10:02 <Zakim> agendum 2. "Cups #13" taken up [from ada]',
    "10:03 <grace> small",
    "10:04 <teabot> Topic: Spouts",
    "10:05 <grace> they drip",
    "10:06 <Zakim> agendum 3 closed, see #99",
  ].join("\n");
  const meeting = readText(log, { people: {} }, "logs/2021-03-02.log");

  expect(meeting.topics.map(({ title, line }) => [title, line])).toEqual([
    ["Lids", 1],
    ["Cups #13", 3],
    ["Spouts", 5],
  ]);
  expect(meeting.references.map(({ number, excerpt }) => [number, excerpt.line, excerpt.endLine])).toEqual([
    [12, 2, 2],
    [13, 4, 4],
  ]);
});

test("chairs that a command names are present beside those who speak", () => {
  const log = "10:00 <ada> #startmeeting Tea\n10:01 <ada> #chair grace\n10:02 <linus> hello #12";

  expect(readText(log, { people: {} }, "logs/2021-03-02.log").attendees.map(({ name }) => name)).toEqual([
    "grace",
    "ada",
    "linus",
  ]);
});

test("the log of a W3C meeting is read with its scribe", () => {
  const log = [
    "<ada> Meeting: Tea WG",
    "<ada> Date: 2 March 2021",
    "<ada> present+ ada, grace",
    "<ada> scribe: grace",
    "<ada> Topic: Lids",
    "<grace> ada: we should look at https://github.com/octo/tea/issues/3 now",
    "<grace> ... and glue it",
    "<ada> q+",
    "<ada> RESOLVED: glue it",
  ].join("\n");
  const meeting = readText(log, { people: {} }, "logs/tea.txt");

  expect(meeting.date).toBe("2021-03-02");
  expect(meeting.attendees.map(({ name }) => name)).toEqual(["ada", "grace"]);
  expect(meeting.references[0]?.excerpt).toMatchObject({
    line: 6,
    endLine: 7,
    speaker: "ada",
    path: ["Lids"],
  });
  expect(meeting.decisions.map(({ line, about }) => [line, about.references])).toEqual([[9, ["octo/tea#3"]]]);
});

test("a text file that is no log is read as Markdown", () => {
  expect(targets("# Tea\n\n- lid #12", "notes/2021-03-02.txt")).toEqual(["3 octo/tea#12"]);
});

test("the W3C's HTML is read with the lines of the file, its summaries left out", () => {
  const html = [
    "<!DOCTYPE html><html><head><title>Tea</title></head><body>",
    "<header><h1>Tea WG</h1>",
    "<h2>2 March 2021</h2></header>",
    "<div id=attendees><h2>Attendees</h2>",
    "<dl><dt>Present</dt><dd>ada, grace</dd>",
    "<dt>Regrets</dt><dd>linus</dd></dl></div>",
    "<main id=meeting><h2>Meeting minutes</h2>",
    "<section><h3 id=t01>Lids</h3>",
    '<p><cite>ada:</cite> let us look at <a href="https://github.com/octo/tea/issues/3">the lid</a><br>',
    "<span>… and glue it</span></p>",
    "<p id=a01><strong>ACTION:</strong> ada to glue it</p>",
    "</section></main>",
    '<div id=ActionSummary><h2>Summary</h2><ol><li><a href="#a01">ada to glue it, #3</a></li></ol></div>',
    "</body></html>",
  ].join("\n");
  const meeting = readText(html, { people: {} }, "minutes/tea.html");

  expect(meeting.date).toBe("2021-03-02");
  expect(meeting.attendees.map(({ name }) => name)).toEqual(["ada", "grace"]);
  expect(meeting.references.map(({ line, target, excerpt }) => [line, target, excerpt.speaker])).toEqual([
    [9, "octo/tea#3", "ada"],
  ]);
  expect(meeting.actions.map(({ line, owners }) => [line, owners])).toEqual([[11, ["ada"]]]);
});

test("signs as wide as a character are signs", () => {
  const source = "# 茶会\n\n- #12\n  - 待办：Ada 检查茶壶\n  - 决定：推迟到 1.2\n";

  const meeting = readText(source, { actionMarkers: ["待办"], decisionMarkers: ["决定"] });

  expect(meeting.actions).toMatchObject([{ line: 4 }]);
  expect(meeting.decisions).toMatchObject([{ line: 5, text: "推迟到 1.2", explicit: true }]);
});

test("items of HTML have the lines on which they are", () => {
  const items =
    "<ul><li>TODO: Ada to glue #1</li>\n<li><p>RESOLVED: sell #2</p></li>\n<li><b>TODO:</b> Ada to buy #3</li></ul>";
  const meeting = readText(`<h1>Tea</h1>\n<h2>Lids</h2>\n${items}`, {}, "meetings/2021-03-02.html");

  expect(meeting.actions.map(({ line }) => line)).toEqual([3, 5]);
  expect(meeting.decisions.map(({ line }) => line)).toEqual([4]);
});

test("a private item of HTML hides no more than itself", () => {
  const items = "<ul><li>[private] wages</li>\n<li>cups #42</li></ul>";
  const meeting = readText(
    `<h1>Tea</h1>\n<h2>Lids</h2><p>lids #41</p>\n${items}`,
    {},
    "meetings/2021-03-02.html",
  );

  expect(meeting.privateParts).toEqual([{ line: 3, endLine: 3 }]);
  expect(meeting.references.map(({ line }) => line)).toEqual([2, 4]);
});
