import { describe, expect, test } from "@jest/globals";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readingOptions } from "../../src/config/reading-options.ts";
import type { Config } from "../../src/config/config.ts";

const config: Config = {
  ...defaultConfig,
  repository: "orchard/apple",
  milestones: ["1.0"],
  people: { Ada: "ada-l" },
  series: [
    {
      minutes: ["**/*-pear.md"],
      repository: "orchard/pear",
      comments: {},
      actions: {},
      labels: {},
      limits: {},
    },
    { minutes: ["calls/**"], repository: "orchard/plum", comments: {}, actions: {}, labels: {}, limits: {} },
  ],
};

const offline = { repository: null, milestones: null };

describe("the repository of a file", () => {
  test.each([
    ["other/1.md", "orchard/apple"],
    ["calls/1-pear.md", "orchard/pear"],
    ["calls/1.md", "orchard/plum"],
    ["/home/ada/calls/1-pear.md", "orchard/pear"],
    ["../calls/1-pear.md", "orchard/pear"],
  ])("of %s is %s: the first series that fits counts", (path, repository) => {
    expect(readingOptions(config, path, offline).repository).toBe(repository);
  });

  test("is the minutes' own where nothing is configured", () => {
    const context = { repository: "team/minutes", milestones: null };

    expect(readingOptions(defaultConfig, "1.md", context).repository).toBe("team/minutes");
    expect(readingOptions(defaultConfig, "1.md", offline).repository).toBeNull();
  });
});

describe("milestones", () => {
  test("of the configuration are those of its own repository", () => {
    expect(readingOptions(config, "other/1.md", offline)).toMatchObject({
      milestones: ["1.0"],
      milestonesByRepository: {},
    });
    expect(readingOptions(config, "calls/1.md", offline)).toMatchObject({
      milestones: [],
      milestonesByRepository: { "orchard/apple": ["1.0"] },
    });
  });

  test("of the configuration are known even where the repository is not", () => {
    const unnamed = { ...defaultConfig, milestones: ["1.0"] };

    expect(readingOptions(unnamed, "1.md", offline).milestones).toEqual(["1.0"]);
  });

  test("of the configuration are known besides GitHub's where missing ones are created", () => {
    const creating = { ...config, releases: { ...config.releases, createMilestone: true } };
    const context = { repository: null, milestones: { "Orchard/Apple": ["2.0"], "orchard/pear": ["3.0"] } };

    expect(readingOptions(creating, "other/1.md", context)).toMatchObject({
      milestones: ["2.0", "1.0"],
      milestonesByRepository: { "orchard/pear": ["3.0"] },
    });
  });

  test("of GitHub replace those of the configuration", () => {
    const milestones = { "Orchard/Apple": ["2.0"], "orchard/pear": ["3.0"] };

    expect(readingOptions(config, "other/1.md", { repository: null, milestones })).toMatchObject({
      milestones: ["2.0"],
      milestonesByRepository: { "orchard/pear": ["3.0"] },
    });
  });
});

test("the team's words and people are passed on", () => {
  const own: Config = {
    ...config,
    decisions: { markers: ["SETTLED"] },
    private: { markers: ["closed"] },
    prefixes: { SEED: "orchard/seeds" },
  };

  expect(readingOptions(own, "1.md", { ...offline, hosts: ["git.orchard.example"] })).toMatchObject({
    people: { Ada: "ada-l" },
    actionMarkers: defaultConfig.actions.markers,
    decisionMarkers: ["SETTLED"],
    privateMarkers: ["closed"],
    prefixes: { SEED: "orchard/seeds" },
    hosts: ["git.orchard.example"],
  });
});
