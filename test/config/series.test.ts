import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/config/read-config.ts";
import { allConfigs, configFor, withImplied } from "../../src/config/series.ts";

function configOf(text: string) {
  const { config, problems } = readConfig(text, ".github/minutebook.yml");
  expect(problems).toEqual([]);
  if (config === null) throw new Error("The test's configuration is wrong.");
  return config;
}

const CONFIG = configOf(`
comments: {when: decided, template: "{{intro}}"}
actions: {labels: [task], write-back: pull-request}
series:
  - minutes: ["board/**"]
    comments: {when: mentioned, style: meeting}
    actions: {enabled: false, write-back: "off"}
    labels: {remove-when-discussed: [board]}
    limits: {comments: 3}
  - minutes: ["**/*-docs.md"]
    repository: orchard/docs
`);

describe("the configuration for a file", () => {
  test("of a series has what the series says, and else what all minutes have", () => {
    const { comments, actions, labels, limits } = configFor(CONFIG, "board/2026-01-12.md");

    expect(comments).toEqual({ ...CONFIG.comments, when: "mentioned", style: "meeting" });
    expect(actions).toEqual({ ...CONFIG.actions, enabled: false, writeBack: "off" });
    expect(labels).toEqual({ ...CONFIG.labels, removeWhenDiscussed: ["board"] });
    expect(limits).toEqual({ ...CONFIG.limits, comments: 3 });
  });

  test("of none is that for all", () => {
    expect(configFor(CONFIG, "calls/2026-01-12.md")).toBe(CONFIG);
  });

  test("is made once, and shares the limits of all where the series has none", () => {
    const own = configFor(CONFIG, "calls/2026-01-12-docs.md");

    expect(configFor(CONFIG, "calls/2026-01-12-docs.md")).toBe(own);
    expect(own.limits).toBe(CONFIG.limits);
    expect(own).toEqual(CONFIG);
  });
});

test("every configuration is that for all, and one for each series", () => {
  expect(allConfigs(CONFIG).map(({ comments }) => comments.when)).toEqual([
    "decided",
    "mentioned",
    "decided",
  ]);
});

test("implied actions that somebody asks for are opened whatever a series says", () => {
  const config = withImplied(configOf('series: [{minutes: ["board/**"], actions: {implied: false}}]'));

  expect(allConfigs(config).map(({ actions }) => actions.implied)).toEqual([true, true]);
});

test.each([
  ["comments: {wen: decided}", "series.0.comments.wen", 'Unknown key "wen". Did you mean "when"?'],
  ["limits: {issues: -1}", "series.0.limits.issues", "Unexpected -1, expected at least 0."],
  [
    "actions: {write-back: always}",
    "series.0.actions.write-back",
    'Unexpected "always", expected one of off, pull-request.',
  ],
])("a wrong key of a series is reported like one for all: %s", (entry, key, message) => {
  const { problems } = readConfig(`series: [{minutes: ["board/**"], ${entry}}]`, ".github/minutebook.yml");

  expect(problems.map((problem) => [problem.key, problem.message])).toEqual([[key, message]]);
});
