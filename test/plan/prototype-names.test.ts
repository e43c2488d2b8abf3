import { afterEach, describe, expect, test } from "@jest/globals";
import { readingOptions } from "../../src/config/reading-options.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { readMinutes } from "../../src/minutes/read.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import { reportPreview } from "../../src/pipeline/report/preview.ts";
import {
  fileOf,
  inputOf,
  milestoneOf,
  MINUTES,
  PATH,
  repositoryOf,
  snapshotOf,
  threadOf,
} from "./builders.ts";
import { makePlan, snapshotRequest } from "../../src/plan/make-plan.ts";

/** Minutes that say a name wherever a name can be. */
const minutesOf = (name: string): string => `---
${name}: ${name}
attendees: [${name}, Mona]
tags: ${name}
---
# ${name} meeting 2021-03-04

Present: ${name}, Mona (@mona), @${name}, ${name} (${name})
Chair: ${name}

## ${name}

- #1 ${name} is broken, &${name}; <${name}>x</${name}> [${name}][${name}] ![${name}](${name})
- ${name}#1, ${name}/${name}#2, ${name} #2, ${name}-3, https://github.com/octo-org/app/${name}/1
- https://github.com/${name}/${name}/issues/1 and ${name}/1
- TODO: ${name} to fix the ${name}
- TODO: @${name} to fix the window by Friday
- TODO(${name}): paint the ${name}
- ${name}: will do the other thing
- [ ] ${name} writes the notes
- DECISION: #1 goes into ${name} and 1.1
- ${name}: RESOLVED
- {{${name}}} <!-- ${name} --> <!-- minutebook ${name} --> :${name}: [^${name}]

| ${name} | who | what |
| --- | --- | --- |
| ${name} | ${name} | ${name} |

\`\`\`${name}
${name}
\`\`\`

[${name}]: ${name} "${name}"
[^${name}]: ${name}

#${name} ${name}
12:00:00 <${name}> #${name} ${name}
`;

const configOf = (name: string): string => `
minutes: ["${name}/*.md", "meetings/**"]
repository: octo-org/app
repositories: {${name}: octo-org/app}
people: {${name}: mona}
milestones: ["${name}"]
series: [{minutes: ["${name}"], repository: octo-org/${name}}]
actions: {labels: ["${name}"], markers: ["${name}"]}
decisions: {markers: ["${name}"]}
labels: {remove-when-discussed: ["${name}"]}
private: {markers: ["x${name}"]}
prefixes: {${name}: octo-org/app}
accept: [octo-org/${name}]
`;

/** The whole way of minutes that say a name everywhere, in a world where everything is called so too. */
function work(name: string): string {
  const { config, problems } = readConfig(configOf(name), "minutebook.yml");
  if (config === null) throw new Error(JSON.stringify(problems));
  const wrong = readConfig(
    `${name}: ${name}\nlimits: {${name}: 1}\nmode: ${name}`,
    "minutebook.yml",
  ).problems;
  const titles = { "octo-org/app": ["1.1", name] };
  const options = readingOptions(config, PATH, { repository: MINUTES, milestones: titles });
  const meeting = readMinutes(PATH, minutesOf(name), options);
  const thread = (number: number) =>
    threadOf(number, { title: name, labels: [name], milestone: { number: 7, title: name } as never });
  const state = repositoryOf({
    labels: [name],
    assignable: [name, "mona"],
    milestones: [milestoneOf(name), milestoneOf("1.1", "", 8)],
    threads: { "1": thread(1), "2": thread(2), "3": thread(3) },
  });
  const files = [{ ...fileOf(null), meeting }];
  const input = { ...inputOf(files), config, snapshot: snapshotOf(state) };
  snapshotRequest({ repository: MINUTES, config, files });
  const plan = makePlan(input);
  return `${renderPlan(plan, { bodies: true })}${JSON.stringify(reportPreview("abc", plan, wrong))}${JSON.stringify(meeting)}`;
}

/** A name as people may spell it. */
const TRAPS = ["vexillum", "Vexillum", "VEXILLUM", "vexillum/vexillum", "octo-org/vexillum"];

const removeTraps = (): void => TRAPS.forEach((name) => void Reflect.deleteProperty(Object.prototype, name));

/** The lines of Minutebook's code that look a trapped name up where any object could have inherited it. */
function lookUps(act: () => void): readonly string[] {
  const found = new Set<string>();
  for (const name of TRAPS) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get() {
        const caller = new Error().stack?.split("\n")[2] ?? "";
        found.add(/(?:src|test|node_modules)\/.*?\d+/.exec(caller)?.[0] ?? caller);
        return undefined;
      },
      set(value) {
        Object.defineProperty(this, name, { value, configurable: true, enumerable: true, writable: true });
      },
    });
  }
  act();
  removeTraps();
  return [...found];
}

/** What every object inherits. */
const NAMES = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__");

test("a person called __proto__ is refused, not forgotten", () => {
  const { problems } = readConfig("people:\n  __proto__: mona", "minutebook.yml");

  expect(problems).toMatchObject([
    { line: 2, code: "reserved-key", message: expect.stringContaining('"__proto__"') },
  ]);
});

test("minutes may say __proto__ anywhere", () => {
  const options = readingOptions(defaultConfig, PATH, { repository: MINUTES, milestones: null });
  const meeting = readMinutes(PATH, minutesOf("__proto__"), options);
  const plan = makePlan(inputOf([{ ...fileOf(null), meeting }]));

  expect(JSON.stringify(plan)).not.toMatch(/\[native code\]|\[object Object\]/);
});

describe("what people are called in the minutes, in a configuration and on GitHub", () => {
  afterEach(removeTraps);

  test.each(["vexillum", "Vexillum", "VEXILLUM"])(
    "is never looked up where %s could be inherited",
    (name) => {
      expect(lookUps(() => work(name))).toEqual([]);
    },
  );

  test("would be noticed if it were", () => {
    const record: Record<string, string> = {};

    expect(lookUps(() => record.vexillum)).toHaveLength(1);
  });

  test.each(NAMES)("may be %s", (name) => {
    const said = work(name);

    expect(said).not.toMatch(/\[native code\]|\[object Object\]/);
    expect(said).toContain(name);
  });
});
