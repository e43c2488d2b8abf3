import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

/** Each topic as `lines: path`. */
function topics(source: string): string[] {
  const { topics: all } = readText(source);
  const path = (id: number | null): string[] => {
    const topic = id === null ? undefined : all[id];
    return topic === undefined ? [] : [...path(topic.parent), topic.title];
  };
  return all.map((topic) => `${topic.line}-${topic.endLine}: ${path(topic.id).join(" > ")}`);
}

describe("topics are opened by", () => {
  test("headings, but not by the title or a mere frame", () => {
    expect(
      topics("# Tea 2021\n\n## Agenda\n\n### 1. Lid\n\ntext\n\n#### Screws\n\ntext\n\n### 2. Cup\n\ntext"),
    ).toEqual(["5-12: Lid", "9-12: Lid > Screws", "13-15: Cup"]);
  });

  test("headings that are the address of an issue, which is their title", () => {
    expect(topics("# Tea 2021\n\n## https://github.com/octo/tea/issues/12\n\nIt is loose.")).toEqual([
      "3-5: octo/tea#12",
    ]);
  });

  test("headings that are HTML", () => {
    expect(
      topics(
        '# Tea 2021\n\n<h2 id="lids">Lids &amp; cups</h2>\n\nIt is loose.\n\n<h3>Screws</h3>\n\na\n\n## Nuts\n\nb',
      ),
    ).toEqual(["3-10: Lids & cups", "7-10: Lids & cups > Screws", "11-13: Nuts"]);
  });

  test("headings of any depth, each up to the next of its own", () => {
    expect(
      topics("# Tea 2021\n\n## Lids\n\n##### Screws\n\na\n\n###### Small ones\n\nb\n\n##### Nuts\n\nc"),
    ).toEqual([
      "3-15: Lids",
      "5-12: Lids > Screws",
      "9-12: Lids > Screws > Small ones",
      "13-15: Lids > Nuts",
    ]);
  });

  test("items with something below", () => {
    expect(topics("- status\n  - Ada: fine so far\n    - lid done\n  - leaf\n- leaf")).toEqual([
      "1-4: status",
      "2-3: status > Ada",
    ]);
  });

  test("lines in bold, with a link or without", () => {
    expect(
      topics(
        "**The lid** [**#12**](https://github.com/octo/tea/pull/12)\n\n- closed\n\n**The cup**\n\n- open",
      ),
    ).toEqual(["1-4: The lid #12", "5-7: The cup"]);
  });

  test("a scribe's lines", () => {
    expect(topics("Topic: Lid\n\nAda: hello\n\nTopic: Cup\n\nAda: bye")).toEqual(["1-4: Lid", "5-7: Cup"]);
  });

  test("HackMD's tags, whose time box is no part of the title", () => {
    expect(topics("- [name=Ada] (5m): The lid\n- [name=Grace] (5m)\n  - cup")).toEqual([
      "1-1: The lid",
      "2-3: Grace",
    ]);
  });

  test("the line before a list", () => {
    expect(topics("Lid and cup:\n\n- one\n- two\n\nEnd")).toEqual(["1-4: Lid and cup"]);
  });

  test("agenda items whose talk follows the list", () => {
    const source =
      "* lid [#12](https://github.com/octo/tea/pull/12)\n  - 5 minutes\n\nAda: hello there\n\n* cup [#13](https://github.com/octo/tea/pull/13)\n  - 5 minutes";

    expect(topics(source)).toEqual(["1-4: lid #12", "6-7: cup #13"]);
  });
});

test("attributes, numbers, time boxes and addresses are no part of a title", () => {
  expect(
    topics("## 2.1) The lid (10 min) {#lid .x}\n\na\n\n## Cup https://example.com\n{: #cup}\n\nb"),
  ).toEqual(["1-4: The lid", "5-8: Cup"]);
});
