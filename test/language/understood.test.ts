import { expect, test } from "@jest/globals";
import { clarityOf } from "../../src/language/understood.ts";

const OWNERS = ["Mona"];

test.each([
  "Water the plants on the roof",
  "Translate the landing page into Dutch",
  "Review #12",
  "Update setup.md",
  "Update the ICU4C implementation",
  "Write the guide to pots and send it to Ada",
  "Ask Hubot about the insurance for volunteers",
  "Open an issue about leaking sprinklers",
  "Make sure that the sprinklers are off this week",
  "Explain that we water the roof",
])("%j is clear to one who was not there", (task) => {
  expect(clarityOf(task, OWNERS)).toBe("clear");
});

test.each(["Add a constraint", "Label maintenance", "Buy insurance"])("%j says little", (task) => {
  expect(clarityOf(task, OWNERS)).toBe("short");
});

test.each([
  "Fix it",
  "Look into this",
  "Ping them",
  "Tag it ASAP",
  "Follow up with Mona",
  "Reach out to Ada Byron",
  "Ask Hubot",
  "Update the PR and request feedback",
  "Open an issue",
  "Open a new ticket",
  "Review the doc and propose some times",
  "Continue the discussion in GitHub",
  "Add those to the guide",
  "Work with Hubot on this idea for publicity",
  "Document the above",
  "Take a look",
])("%j says nothing without what it is about", (task) => {
  expect(clarityOf(task, OWNERS)).toBe("vague");
});
