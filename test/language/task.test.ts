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
  ])("%j", (text, owners, expected) => {
    expect(taskOf(text, owners)).toBe(expected);
  });

  test.each([
    ["Action plan to water the roof", "Action plan to water the roof"],
    ["Write the action on rain barrels to the board", "Write the action on rain barrels to the board"],
    ["Find out what it points to, and tag that", "Find out what it points to, and tag that"],
    ["Order hoses (long) and pots (red)", "Order hoses (long) and pots (red)"],
  ])("and %j keeps its words", (text, expected) => {
    expect(taskOf(text)).toBe(expected);
  });
});
