import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";

const read = (body: string) => readText(body, {}, "meetings/2021-03-02.html");
const MANY = 5000;

describe.each([
  ["tables in tables", "<table><tr><td>".repeat(MANY)],
  ["blocks in blocks", "<div>".repeat(MANY)],
  ["elements that nobody knows", "<ada>\n".repeat(MANY)],
  ["bold texts that nothing closes", Array.from({ length: MANY }, (_, at) => `<p><b id="${at}">`).join("")],
  ["blocks whose ends stand in tables", "<div><table></div></table>".repeat(MANY)],
  ["comments in a row", "<!-- a -->".repeat(2 * MANY)],
  ["empty elements in a row", "<i></i>".repeat(2 * MANY)],
  ["texts between rows", `<table>${"a<tr>".repeat(MANY)}`],
  ["paragraphs beyond count", "<p>a".repeat(60_000)],
])("HTML with %s", (_what, body) => {
  const text = `<h1>Tea</h1>\n<p>Mona looks at #12.</p>\n<h2>Private</h2>\n<p>#13</p>\n<h2>Lid</h2>\n${body}\n<p>#14</p>`;

  test("is read line by line, and says so", () => {
    const { references, warnings } = read(text);

    expect(references.map(({ number, line }) => [number, line])).toContainEqual([12, 2]);
    expect(references.map(({ number }) => number)).toContain(14);
    expect(warnings.map(({ code }) => code)).toContain("taken-as-text");
  });

  test("keeps private what a heading says is", () => {
    expect(read(text).references.map(({ number }) => number)).not.toContain(13);
  });
});

test("HTML as people write it is read as its elements say", () => {
  const list = "<ul><li>lid<ul><li>#12</li></ul></li></ul>";

  const { warnings } = read(`<dl><dt>Present</dt>${"<dd>Ada</dd>".repeat(300)}</dl>${list.repeat(1000)}`);

  expect(warnings.map(({ code }) => code)).not.toContain("taken-as-text");
});
