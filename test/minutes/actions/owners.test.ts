import { describe, expect, test } from "@jest/globals";
import { makePeople } from "../../../src/minutes/people.ts";
import { readOwners } from "../../../src/minutes/actions/owners.ts";
import { actionsOf } from "./read.ts";

const people = makePeople(
  { TP: "tzu" },
  [
    { name: "Ada Byron", login: "ada" },
    { name: "Linus", login: "linus" },
    { name: "Grace", login: null },
  ],
  [],
);
const ownersOf = (text: string) => readOwners(text, people)?.owners ?? null;

test.each([
  ["Ada to tag it", ["Ada"]],
  ["Ada Byron will tag it", ["Ada Byron"]],
  ["Ada: tag it", ["Ada"]],
  ["Ada - tag it", ["Ada"]],
  ["@ada: tag it", ["ada"]],
  ["@ada tag it", ["ada"]],
  ["(Ada) tag it", ["Ada"]],
  ["[Ada] tag it", ["Ada"]],
  ["For Ada: tag it", ["Ada"]],
  ["tag it (Ada)", ["Ada"]],
  ["tag it [Ada, Linus]", ["Ada", "Linus"]],
  ["tag it (@ada, by Friday)", ["ada"]],
  ["tag it -- Ada", ["Ada"]],
  ["tag it @ada", ["ada"]],
  ["tag it. Owner: Ada", ["Ada"]],
  ["tag it (owner: Margaret)", ["Margaret"]],
  ["let's ship in May, Ada to tag it", ["Ada"]],
  ["Rename it, Ada agreed to do so", ["Ada"]],
  ["Ada & Linus & Grace to meet", ["Ada", "Linus", "Grace"]],
  ["Ada, Linus and Grace will meet", ["Ada", "Linus", "Grace"]],
  ["Ada/Linus: tag it", ["Ada", "Linus"]],
  ["TP to look at the resolver", ["TP"]],
  ["Ada", ["Ada"]],
  ["Margaret Hill to tag it", ["Margaret Hill"]],
  ["linus42 to post a summary", ["linus42"]],
  ["Ada and Grace continue with the docs", ["Ada", "Grace"]],
  ["needs the signing key from Grace", ["Grace"]],
  ["[Margaret]: approve it", ["Margaret"]],
  ["Margaret - write it down", ["Margaret"]],
  ["Margaret: write it down", ["Margaret"]],
])("%s", (text, owners) => {
  expect(ownersOf(text)).toEqual(owners);
});

test.each([
  "all: review it",
  "team to finish it",
  "Everyone to vote",
  "TSC members to vote",
  "Release working group to draft it",
  "TBD to tag it",
])("%s is for nobody in particular", (text) => {
  expect(ownersOf(text)).toEqual([]);
});

test.each([
  "tag it",
  "Reply to the list",
  "Update docs to mention Ada",
  "Ways to group it",
  "Mark the release",
  "sync with @ada",
  "Re: the build",
  "thanks to everybody who came",
])("%s names nobody", (text) => {
  expect(ownersOf(text)).toBeNull();
});

describe("who speaks", () => {
  test("is the owner of an action right behind their name", () => {
    expect(actionsOf("- Ada: to do -- write the slides")[0]?.owners).toEqual(["Ada"]);
  });

  test("is the owner of an action below their name that names nobody", () => {
    expect(actionsOf("- Ada:\n  - TODO: write the slides\n  - TODO: Linus to review them")).toMatchObject([
      { owners: ["Ada"] },
      { owners: ["Linus"] },
    ]);
  });

  test("does not own what they only ask about", () => {
    expect(actionsOf("- Ada: who could help here?\n  - TODO: write the slides")[0]?.owners).toEqual([]);
  });
});
