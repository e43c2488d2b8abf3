import { describe, expect, test } from "@jest/globals";
import { actionsOf } from "./read.ts";
import { blankDone, saysDone } from "../../../src/minutes/actions/done.ts";

test.each([
  "Ada to tag it -- DONE",
  "Ada to tag it (done)",
  "Ada to tag it [later note: this is now done]",
  "Ada to tag it (done: #12)",
  "Ada to tag it - completed.",
  "Ada to tag it. [Update: Ada tagged it, and they agreed that we could ship]",
  "Ada to tag it (update after the meeting: it was tagged)",
  "Ada to tag it [update 2024-05-16: AB and LH sent the tag]",
  "Ada to tag it (Update: done)",
  "Ada to tag it. Done after meeting.",
  "Ada to tag it after the others are glued. Done.",
  "Ada to tag it. Done during the call.",
  "Ada to tag it. Done: https://example.org/12",
  "DONE: Ada to tag it",
  "✅ Ada to tag it",
  "Ada to tag it :white_check_mark:",
  "Ada to tag it. This is now done",
  "Ada to tag it. Status: completed",
  "Ada to tag it (merged)",
  "Ada to tag it (cancelled)",
  "Ada to tag it (superseded by #12)",
  "Ada to tag it -- dropped",
  "Ada to tag it – superseded by #12",
  "Ada to tag it -- no longer needed.",
  "CANCELED: Ada to tag it",
  "Withdrawn - Ada to tag it",
  "Ada to tag it. Status: obsolete",
  "Ada to tag it [won't do]",
  "Ada to tag it (after the call: done)",
  "Ada to tag it once #12 is in the branch -- DONE",
  "Ada to tag it (done, only the notes were short)",
])("%s", (text) => {
  expect(saysDone(text)).toBe(true);
});

test.each([
  "Ada to tag it",
  "Ada to tag it (not done)",
  "Ada to tag it [Update: Ada asked them]",
  "Ada to tag it [Update: Ada sent it, still waiting for an answer]",
  "Ada to tag it [Update: planned for June]",
  "Ada to tag it [Updated tags]",
  "Ada to get it done",
  "Ada to find out why it was dropped",
  "Ada to tell whoever dropped the pot",
  "Ada to tag it (unless cancelled, which is not cancelled yet)",
  "Ada to tag it when the docs are done",
  "Ada to tag it -- partially done, still needs the notes",
  "Ada to mark the issue as resolved",
  "Ada to tag it once #12 is merged",
  "Ada to write the definition of done section",
  "Ada to tag it (as soon as #12 is merged)",
  "Ada to tag it (once PRs 12, 13 and 14 are merged)",
  "Ada to tag it (unless Linus has done so)",
  "Ada to tag it (provided that the docs are complete)",
  "Ada to tag it (assuming #12 got merged)",
  "Ada to tag it (pending #12 being merged)",
  "Ada to tag it (in case nobody has fixed it by Friday)",
  "Ada to tag it (merged once Linus agrees)",
  "Ada to tag it (done by Friday)",
  "Ada to tag it (is #12 merged?)",
  "Ada to tag it (as soon as #12 is DONE)",
  "Ada to tag it, as soon as this is done",
  "Ada to tag it (whenever the long review of #12 by all of us is completed)",
  "Ada to tag it (sobald #12 merged ist)",
])("%s is not done", (text) => {
  expect(saysDone(text)).toBe(false);
});

test("blanking a mark keeps every offset", () => {
  const text = "Ada to tag it (done) by Friday";

  expect(blankDone(text)).toBe("Ada to tag it        by Friday");
});

test.each([
  ["in its words", "- TODO: Ada to tag it (cancelled)", true],
  ["behind it, with the reason", "- TODO: Ada to tag it -- superseded by #12", true],
  ["below it", "- TODO: Ada to tag it\n  - Dropped", true],
  ["in its status", "- TODO: Ada to tag it\n  - Status: abandoned", true],
  ["by a label", "## Actions\n\n### Cancelled\n\n- [x] Ada to tag it", true],
  ["in a cell", "## Actions\n\n| Action | Who | Status |\n| - | - | - |\n| tag it | Ada | won't do |", true],
  ["not, where it is done", "- TODO: Ada to tag it (done)", false],
  ["not, where it is open", "- TODO: Ada to tag it once the old one is dropped", false],
])("says that it was dropped %s", (_where, body, dropped) => {
  expect(actionsOf(body).map((action) => action.dropped)).toEqual([dropped]);
});

describe("a state in brackets behind an action", () => {
  test.each([
    ["in a line of its own", "- Ada to tag it\n\n(merged)", true],
    ["below the item", "- Ada to tag it\n\n  (done)", true],
    ["of several", "- Linus to ship it\n- Ada to tag it\n\n(merged)", false],
    ["with more in it", "- Ada to tag it\n\n(merged once the lid is glued)", false],
  ])("%s", (_where, items, done) => {
    const actions = actionsOf(`## Previous actions\n\n${items}`);
    expect(actions.find(({ owners }) => owners[0] === "Ada")?.done).toBe(done);
  });
});
