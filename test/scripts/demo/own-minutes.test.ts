import { expect, test } from "@jest/globals";
import { loadOwnMinutes } from "../../../scripts/demo/own-minutes.ts";
import { makeFolder } from "../../cli/folder.ts";

const config = `minutes: ["wiki/calls/**/*.md"]
repository: orchard/apple
repositories: {pear: meadow/pear}
people: {Ada: ada-l}
milestones: ["1.0"]
`;

const first =
  "# Call 2026-03-02\n\nPresent: Grace (@grace-h)\n\n- #7 is ripe, see https://github.com/meadow/pear/pull/3\n";
const second = "# Call 2026-02-02\n\n- TODO: Ada to water #8\n";

test("makes the GitHub that minutes mention, and pushes them by their day where the globs find them", () => {
  const minutes = makeFolder({ "a.md": first, "b.md": second, "bad.md": new Uint8Array([0xff]) });
  const messages: string[] = [];

  const scenario = loadOwnMinutes(
    { minutes, config: `${makeFolder({ "c.yml": config })}/c.yml`, repository: null },
    (message) => messages.push(message),
  );

  expect(scenario).toMatchObject({
    minutes: "orchard/minutes",
    files: { ".github/minutebook.yml": config },
    pushes: [{ files: { "wiki/calls/b.md": second } }, { files: { "wiki/calls/a.md": first } }],
    repositories: [
      {
        name: "orchard/apple",
        milestones: [{ title: "1.0" }],
        threads: expect.arrayContaining([expect.objectContaining({ number: 7, kind: "issue" })]),
        accept: [],
      },
      {
        name: "meadow/pear",
        milestones: [],
        threads: [{ number: 3, kind: "pull" }],
        accept: ["orchard/minutes"],
      },
    ],
    begins: new Date("2026-01-03T00:00:00Z"),
  });
  expect(scenario.people).toEqual(expect.arrayContaining(["ada-l", "grace-h"]));
  expect(messages).toEqual([
    expect.stringContaining("bad.md is left out: The file isn't UTF-8"),
    expect.stringContaining(
      "Of other owners: meadow/pear. Their own configuration now says accept: [orchard/minutes].",
    ),
  ]);
});

test("finds the configuration of the repository that the folder is in, and the path in it", () => {
  const team = makeFolder({ ".github/minutebook.yml": config, "wiki/calls/2026/a.md": first });

  const scenario = loadOwnMinutes(
    { minutes: `${team}/wiki/calls`, config: null, repository: null },
    () => {},
  );

  expect(scenario.pushes.map(({ files }) => Object.keys(files))).toEqual([["wiki/calls/2026/a.md"]]);
});

test("calls the repository what git's remote says, and lets other owners accept that", () => {
  const remote = '[remote "origin"]\n\turl = git@github.com:otter-club/kayak.git\n';
  const team = makeFolder({
    ".git/config": remote,
    ".github/minutebook.yml": config,
    "wiki/calls/2026/a.md": first,
  });

  const scenario = loadOwnMinutes({ minutes: `${team}/wiki`, config: null, repository: null }, () => {});

  expect(scenario.minutes).toBe("otter-club/kayak");
  expect(scenario.repositories.map(({ accept }) => accept)).toContainEqual(["otter-club/kayak"]);
});

test.each(["meetings", "protocols"])("takes a folder %s with no configuration for minutes", (name) => {
  const team = makeFolder({ [`${name}/a.md`]: first });

  const scenario = loadOwnMinutes({ minutes: `${team}/${name}`, config: null, repository: null }, () => {});

  expect(scenario.pushes.map(({ files }) => Object.keys(files))).toEqual([["meetings/a.md"]]);
});

test.each([
  ["a wrong configuration", { "minutebook.yml": "mod: auto" }, /minutebook\.yml:1:1: mod Unknown key/],
  ["no minutes", { "minutebook.yml": "", "README.md": "x" }, /There are no minutes in/],
])("says so where there is %s", (_what, files, message) => {
  const folder = makeFolder(files);

  expect(() =>
    loadOwnMinutes({ minutes: folder, config: `${folder}/minutebook.yml`, repository: null }, () => {}),
  ).toThrow(message);
});
