import { describe, expect, test } from "@jest/globals";
import { makePeople } from "../../src/minutes/people.ts";
import { readText } from "./read-text.ts";

const people = makePeople(
  {},
  [
    { name: "Ada Byron", login: "ada" },
    { name: "Grace Hop", login: "grace" },
    { name: "Linus", login: "linus" },
  ],
  [],
);

describe("a login is of one person", () => {
  test.each(["Grace Kelly", "Ada Teal", "Ada T", "Grace K.", "Ada (Teal)"])(
    "and not of %s, who shares a first name that is the login",
    (name) => {
      expect(people.loginOf(name)).toBeNull();
    },
  );

  test.each([
    ["Ada", "ada"],
    ["Ada Byron", "ada"],
    ["Byron", "ada"],
    ["AB", "ada"],
    ["ada", "ada"],
    ["Linus Teal", "linus"],
  ])("as %s", (name, login) => {
    expect(people.loginOf(name)).toBe(login);
  });

  test("and a first name that two share is nobody's with another surname", () => {
    const two = makePeople({ Ada: "ada" }, [{ name: "Ada Byron", login: null }], []);

    expect(two.loginOf("Ada Teal")).toBeNull();
  });
});

const PRESENT = "Present: Ada Byron (@ada), Grace Hop (@grace)\n\n";
const loginsOf = (line: string) =>
  readText(`${PRESENT}- ${line}`, { people: {} }).actions.map(({ logins }) => logins);

describe("nobody gets what the minutes give to another login", () => {
  test.each([
    "TODO: Ada (@teal) to tag it",
    "TODO: Ada [@teal] to tag it",
    "TODO: Ada Teal (@teal): tag it",
    "TODO: [Ada](https://github.com/teal) to tag it",
    "TODO: tag it (Grace Kelly)",
    "TODO: tag it -- Ada Teal",
    "TODO: G. Byron to tag it",
  ])("%s", (line) => {
    expect(loginsOf(line).flat()).toEqual([]);
  });

  test.each([
    "TODO: Ada (@ada) to tag it",
    "TODO: [Ada](https://github.com/ada) to tag it",
    "TODO: Ada (with @grace) to tag it",
  ])("%s is Ada's", (line) => {
    expect(loginsOf(line)).toEqual([["ada"]]);
  });
});

test("an initial ends no sentence", () => {
  expect(readText(`${PRESENT}- TODO: G. Teal to tag it`, { people: {} }).actions).toHaveLength(1);
});

describe("a login behind a name of those present is somebody else's", () => {
  test.each([
    "Linus, filling in for Grace (@teal)",
    "Linus (@teal@fosstodon.example)",
    "Linus (Twitter: @teal)",
    "Linus, Mastodon @teal",
    "Linus (@teal:matrix.example)",
  ])("%s", (entry) => {
    const [linus] = readText(`## Present\n\n- ${entry}\n- Ada\n`, { people: {} }).attendees;

    expect(linus).toEqual({ name: "Linus", login: null });
  });
});
