import { expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const people = { "Tom Marsh": "tom-m" };

/** The logins of an action of Tom's, with these people present. */
function loginsOfTom(present: string, configured: Readonly<Record<string, string>> = people) {
  const { actions } = readText(`# Weekly\n\nPresent: ${present}\n\n- TODO: Tom to tag it`, {
    people: configured,
  });
  return actions[0]?.logins;
}

test("someone present under one name is the person that the configuration lists with it", () => {
  expect(loginsOfTom("Lena, Tom")).toEqual(["tom-m"]);
  expect(loginsOfTom("Lena, Tom Marsh")).toEqual(["tom-m"]);
});

test.each([
  ["two people present have it", "Tom, Tom Marsh", people],
  ["somebody else present has it", "Tom, Tom Reed", people],
  ["somebody else present has it, first", "Tom Reed, Tom", people],
  ["two configured people have it", "Lena, Tom", { "Tom Marsh": "tom-m", "Tom Reed": "tom-r" }],
])("but not where %s", (_why, present, configured) => {
  expect(loginsOfTom(present, configured)).toEqual([]);
});

test("a login in the list of those present stays", () => {
  expect(loginsOfTom("Lena, Tom (@tom-reed)")).toEqual(["tom-reed"]);
});
