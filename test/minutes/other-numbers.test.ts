import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const found = (text: string): readonly string[] =>
  readText(`# Tea\n\n- ${text}`)
    .references.filter(({ doubt }) => doubt === null)
    .map(({ target }) => target.replace("octo/tea", ""));

describe("a number is no issue of the usual repository", () => {
  test.each([
    ["beside an address that ends in it", "https://discourse.tea.example/t/lids/23 (#23)"],
    ["before such an address", "#25: https://forum.tea.example/questions/25"],
    ["beside a link that leads there", "[the forum](https://forum.tea.example/t/24), #24"],
    ["of what is upstream", "upstream issue #72 was fixed"],
    ["upstream without a word", "see upstream #72"],
    ["upstream, as a person says it", "upstream's #72"],
    ["that ranks", "Top priorities: #1 speed, #2 size, #3 docs"],
    ["that ranks behind a colon", "Candidates: #1: Ada, #2: Grace"],
    ["on a list of others", "we are #60 on Hacker News"],
    ["in a ranking", "tea is #59 in the ranking"],
    ["that somebody came in as", "our team came #61"],
    ["in a tracker that is named", "in the GitLab tracker, issue 16 is open"],
    ["of a card", "Trello card #43 has it"],
    ["of a bug of Chromium", "crbug #52"],
    ["of Red Hat's", "RHBZ #54"],
    ["that is a day", "PR 2026-01-12"],
    ["of a seat", "seat #66 is free"],
    ["of an invoice", "invoice #68 is paid"],
    ["in monday.com", "#12 in monday.com"],
    ["in Linear", "#12 (in Linear)"],
    ["of Linear", "Linear #12"],
  ])("%s: %s", (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ["We'll merge #12 on Monday", ["#12"]],
    ["look at #16 (Monday)", ["#16"]],
    ["#17 from last Monday", ["#17"]],
    ["Monday: #19 and #20", ["#19", "#20"]],
    ["#14 runs in linear time", ["#14"]],
    ["#14 in linear time", ["#14"]],
    ["merged #1, #2 and #3", ["#1", "#2", "#3"]],
    ["#1 is merged, #2 is open", ["#1", "#2"]],
    ["https://blog.tea.example/2026/01/12 and later #12", ["#12"]],
    ["pushed upstream: #12", ["#12"]],
    ["PRs 12-14", ["#12", "#13", "#14"]],
    ["the patch in #61 came", ["#61"]],
  ])("but it is in %s", (text, targets) => {
    expect(found(text)).toEqual(targets);
  });
});
