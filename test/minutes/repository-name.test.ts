import { expect, test } from "@jest/globals";
import {
  findRepositoryName,
  hasSameOwner,
  isRepositoryName,
  isSameName,
  partsOf,
} from "../../src/minutes/repository-name.ts";

test.each(["a/b", "octo-org/.github", "Mona_corp/a.b-c_d"])("%s is a repository's name", (name) => {
  expect(isRepositoryName(name)).toBe(true);
});

test.each(["", "a", "a/", "/b", "a/b/c", "a/..", "-a/b", "a b/c", "a/b\n", "@a/b"])("%j is none", (name) => {
  expect(isRepositoryName(name)).toBe(false);
});

test.each([
  ["https://github.com/orchard/apple", "orchard/apple"],
  ["https://github.com/orchard/apple/issues/1", "orchard/apple"],
  ["git@github.com:orchard/apple.git", "orchard/apple"],
  ["@orchard/apple", "orchard/apple"],
  ["apple", undefined],
])("in %s the name is %s", (text, name) => {
  expect(findRepositoryName(text)).toBe(name);
});

test("names are compared without case", () => {
  expect(isSameName("Orchard/Apple", "orchard/apple")).toBe(true);
  expect(isSameName("orchard/apple", "orchard/pear")).toBe(false);
});

test("a name has two parts, and owners are compared without case", () => {
  expect(partsOf("Orchard/Apple")).toEqual({ owner: "Orchard", repo: "Apple" });
  expect(partsOf("orchard")).toEqual({ owner: "orchard", repo: "" });
  expect(hasSameOwner("Orchard/apple", "orchard/pear")).toBe(true);
  expect(hasSameOwner("orchard/apple", "meadow/apple")).toBe(false);
});
