import { expect, test } from "@jest/globals";
import { areSameOwners, foldName, mayBeSameOwners } from "../../src/language/owners.ts";

test("owners may be the same where they share one or one names nobody", () => {
  expect(mayBeSameOwners(["Mona"], ["hubot", "mona"])).toBe(true);
  expect(mayBeSameOwners([], ["Mona"])).toBe(true);
  expect(mayBeSameOwners(["Mona"], ["Hubot"])).toBe(false);
});

test("owners are the same in any order, and nobody is not", () => {
  expect(areSameOwners(["Mona", "@hubot"], ["Hubot", "mona"])).toBe(true);
  expect(areSameOwners(["Mona"], ["Mona", "Hubot"])).toBe(false);
  expect(areSameOwners([], [])).toBe(false);
});

test("a name is compared without case, its at sign and the kind of its letters and apostrophes", () => {
  expect(foldName("@Mona")).toBe("mona");
  expect(foldName("O’Hara ")).toBe("o'hara");
  expect(foldName("ＭＯＮＡ")).toBe("mona");
});
