import { expect, test } from "@jest/globals";
import { defaultConfig } from "../../src/config/defaults.ts";
import { targetRepositories } from "../../src/config/target-repositories.ts";

test("are those that the configuration names, each once whatever its case", () => {
  const config = {
    ...defaultConfig,
    repository: "orchard/apple",
    repositories: { a: "Orchard/Apple", pear: "orchard/pear" },
    series: [
      {
        minutes: ["x"],
        repository: "orchard/plum",
        comments: {},
        actions: { repository: "orchard/chores" },
        labels: {},
        limits: {},
      },
    ],
    actions: { ...defaultConfig.actions, repository: "orchard/todo" },
    prefixes: { SEED: "orchard/seeds" },
  };

  expect(targetRepositories(config, "team/minutes")).toEqual([
    "orchard/apple",
    "orchard/pear",
    "orchard/plum",
    "orchard/chores",
    "orchard/todo",
  ]);
});

test("include the minutes' own repository where no other is named", () => {
  expect(targetRepositories(defaultConfig, "team/minutes")).toEqual(["team/minutes"]);
  expect(targetRepositories(defaultConfig)).toEqual([]);
});
