import { expect, test } from "@jest/globals";
import { loadLantern } from "../../../scripts/demo/lantern.ts";
import { readConfig } from "../../../src/config/read-config.ts";
import { readingOptions } from "../../../src/config/reading-options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";

const scenario = loadLantern("fixtures/lantern");

test("the example has whatever its minutes mention", () => {
  const { config, problems } = readConfig(scenario.files[".github/minutebook.yml"] ?? "", "minutebook.yml");
  if (config === null) throw new Error(JSON.stringify(problems));
  const known = scenario.repositories.flatMap(({ name, threads }) =>
    threads.map(({ number }) => `${name}#${number}`),
  );
  const read = scenario.pushes
    .flatMap(({ files }) => Object.entries(files))
    .map(([path, text]) =>
      readMinutes(
        path,
        text,
        readingOptions(config, path, { repository: scenario.minutes, milestones: null }),
      ),
    );

  expect(read.length).toBeGreaterThanOrEqual(6);
  expect(known).toEqual(
    expect.arrayContaining(read.flatMap((m) => m.references.map(({ target }) => target))),
  );
  expect(read.every(({ date, references, actions }) => date && references.length && actions.length)).toBe(
    true,
  );
});

test("what is private in the example is read for nothing", () => {
  expect(JSON.stringify(scenario.pushes)).toContain("#70");
});
