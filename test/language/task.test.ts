import { describe, expect, test } from "@jest/globals";
import { describeTask } from "../../src/language/task.ts";

const taskOf = (text: string, owners: readonly string[] = []): string =>
  describeTask({ text, owners, due: null }).task;

describe("a task is what is to be done", () => {
  test.each([
    ["Action on Mona to water the roof", ["Mona"], "Water the roof"],
    ["Action on MH: water the roof", ["MH"], "Water the roof"],
    ["Action for the Garden Board members to water the roof", [], "Water the roof"],
    ["Action item for Mona and Hubot to water the roof", ["Mona", "Hubot"], "Water the roof"],
    ["31: Action on Mona to water the roof", ["Mona"], "Water the roof"],
    ["The board agrees, action on Mona to water the roof", ["Mona"], "Water the roof"],
    ["take action to water the roof", ["Mona"], "Water the roof"],
    ["Mona took the action item to water the roof", ["Mona"], "Water the roof"],
    ["take on the action of watering the roof", ["Mona"], "Watering the roof"],
    ["Mona clean the roof", ["Mona"], "Clean the roof"],
    ["could you please water the roof", ["Mona"], "Water the roof"],
    ["It would be good to water the roof", [], "Water the roof"],
    ["need someone to water the roof", [], "Water the roof"],
    ["water the roof -- done 3 May", [], "Water the roof"],
    ["(water the roof)", [], "Water the roof"],
    ["open tickets for:", [], "Open tickets"],
    ["water the roof: https://example.org/roof", [], "Water the roof"],
    ["#31 waits for rain", [], "#31 waits for rain"],
    ["MH and others to review #31", ["MH"], "Review #31"],
    ["Review the roof, hopefully to water it next week", [], "Review the roof"],
    ["The council should decide whether to buy a roof", [], "Decide whether to buy a roof"],
    ["Garden board must order hoses", [], "Order hoses"],
    ["Owners of the rain barrels should open issues for them", [], "Open issues for the rain barrels"],
    ["Mona also mentioned that we need to water the roof", ["Mona"], "Water the roof"],
    ["Water the roof!", [], "Water the roof"],
    ["(About the roof of the shed). Water the plants on it", [], "Water the plants on it"],
  ])("%j", (text, owners, expected) => {
    expect(taskOf(text, owners)).toBe(expected);
  });

  test.each([
    ["Action plan to water the roof", "Action plan to water the roof"],
    ["Write the action on rain barrels to the board", "Write the action on rain barrels to the board"],
    ["Find out what it points to, and tag that", "Find out what it points to, and tag that"],
    ["Ask the board to order hoses", "Ask the board to order hoses"],
    ["Score board to encourage gardeners", "Score board to encourage gardeners"],
    ["Remind the council to meet", "Remind the council to meet"],
    ["Users should see the roof", "Users should see the roof"],
    ["The board should be dry", "The board should be dry"],
    ["(Only) water the roof", "(Only) water the roof"],
    ["Order hoses (long) and pots (red)", "Order hoses (long) and pots (red)"],
  ])("and %j keeps its words", (text, expected) => {
    expect(taskOf(text)).toBe(expected);
  });
});
