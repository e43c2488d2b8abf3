import { expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const FRONT = "---\ntitle: App weekly\ndate: 2026-11-02\n---\n\n";

test.each([
  ["without headings", "- #12 is fixed"],
  ["above topics", "## Last week\n\n- #12 is fixed\n\n## Decisions\n\n- DECISION: ship it"],
  ["above one topic", "## Decisions\n\n- DECISION: ship it"],
  ["above topics in large headings", "# Last week\n\n- #12 is fixed\n\n# Decisions\n\n- DECISION: ship it"],
  ["above a frame", "# Agenda\n\n- #12 is fixed\n\n## Decisions"],
  ["above a small heading", "### Last week\n\n- #12 is fixed"],
])("the title in front matter is the meeting's, %s", (_where, body) => {
  expect(readText(`${FRONT}${body}\n`).title).toBe("App weekly");
});

test.each([
  ["a title below it", `${FRONT}# Tea round, 2 November 2026\n\n## Lids`, "Tea round, 2 November 2026"],
  ["no title in it", "---\ndate: 2026-11-02\n---\n\n## Tea round\n\n### Lids", "Tea round"],
  ["an empty title in it", '---\ntitle: ""\n---\n\n## Tea round\n\n### Lids', "Tea round"],
  ["no front matter", "# Tea round\n\n## Lids", "Tea round"],
])("a heading is the meeting's with %s", (_what, source, title) => {
  expect(readText(source).title).toBe(title);
});
