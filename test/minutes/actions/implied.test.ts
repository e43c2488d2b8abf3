import { describe, expect, test } from "@jest/globals";
import { actionsOf } from "./read.ts";

describe("sentences that give somebody something to do", () => {
  test.each([
    ["Ada will open an issue", ["Ada"]],
    ["Ada and Linus are going to look into it", ["Ada", "Linus"]],
    ["Nothing new. Ada will ask the board", ["Ada"]],
    ["Should be part of the docs, Ada will ask", ["Ada"]],
    ["Ada to post a summary", ["Ada"]],
    ["linus42 to post a summary", ["linus42"]],
    ["Ada agreed to write it down", ["Ada"]],
    ["Ada volunteered to write it down", ["Ada"]],
    ["Ada is working on a draft", ["Ada"]],
    ["Ada file a bug", ["Ada"]],
    ["Ada: I'll open an issue", ["Ada"]],
    ["Ada: good point. I will ask legal", ["Ada"]],
    ["Please review the draft", []],
    ["looking for feedback on the draft", []],
    ["Need to ask legal", []],
    ["we'll need to ask legal", []],
    ["Let's make sure that it builds", []],
    ["Next step is a proposal", []],
    ["Will remove it from the list", []],
    ["Waiting on Ada to merge it", ["Ada"]],
    ["**ask the author to rebase it**", []],
  ])("%s", (line, owners) => {
    const [action] = actionsOf(`- topic\n  - ${line}`);

    expect(action).toMatchObject({ implied: true, line: 12 });
    expect(action?.owners).toEqual(owners);
  });

  test.each([
    "#1 is fixed, will go through the list",
    "Will release 1.4 on Friday",
    "Will ship 1.4 tomorrow",
  ])("%s", (line) => {
    expect(actionsOf(`- topic\n  - ${line}`)).toHaveLength(1);
  });

  test("are one action however many there are in a block", () => {
    expect(actionsOf("- Ada will open an issue and Linus will comment on it")).toHaveLength(1);
  });
});

describe("sentences that do not", () => {
  test.each([
    "Ada will be away",
    "This will break users",
    "Electron will crash",
    "the conversation will continue",
    "Ada: will it work?",
    "Ada opened an issue",
    "We have some numbers",
    "Time to move on",
    "Ada: I will say one thing",
    "Please add yourself to the list",
    "Useful to get money",
    "Designed to last an hour",
    "Who will do it?",
    "see the docs",
    "#1 is fixed, will go in 1.4",
    "#1 is fixed, will ship with v1.4",
    "#1 is done and will land in 2.1.0",
    "#1: will go in 1.4",
    "#1: will be released in 1.4 on Friday",
    "#1 slipped, will make it into the 1.5 release",
    "Will come out in version 1.4",
    "Going to be in 1.4",
    "Ada will be in 1.4",
  ])("%s", (line) => {
    expect(actionsOf(`- topic\n  - ${line}`)).toEqual([]);
  });

  test("are in the list of who was there", () => {
    expect(actionsOf("## Attendees\n\n- Mark will join later\n- Ada to leave early")).toEqual([]);
  });
});

test("a marked action and an implied one in the same block are both found", () => {
  const actions = actionsOf("- Ada: I'll comment on the issue. ACTION: Linus to open a poll");

  expect(actions.map(({ implied, owners }) => ({ implied, owners }))).toEqual([
    { implied: false, owners: ["Linus"] },
    { implied: true, owners: ["Ada"] },
  ]);
});
