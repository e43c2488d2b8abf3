import { makePlan } from "../src/plan/make-plan.ts";
import type { PlanInput } from "../src/plan/input.ts";
import { applied, fileOf, inputOf, plan, repositoryOf, snapshotOf, threadOf } from "../test/plan/builders.ts";
import { type Figure, timeInTurns } from "./figure.ts";

const FEW = 50;
const MANY = 500;
const ROUNDS = 5;

const VERBS = ["fix", "paint", "order", "write", "review", "replace", "measure", "clean"];
const THINGS = [
  "kettle",
  "lid",
  "whistle",
  "leaf",
  "cup",
  "spoon",
  "shelf",
  "label",
  "window",
  "roof",
  "door",
];

/**
 * What a step of the plan for minutes with 500 topics costs, each with a reference and an action, as a ratio to one with
 * 50: of minutes that are new, that did not change, and all of whose actions were edited.
 */
export async function run(): Promise<Figure[]> {
  const tasks: Record<string, () => unknown> = {};
  const counts: Record<string, number> = {};
  for (const count of [FEW, MANY]) {
    for (const [name, input] of Object.entries(inputsFor(count))) {
      tasks[`${name}-${count}`] = () => makePlan(input);
      counts[`${name}-${count}`] = makePlan(input).steps.length;
    }
  }
  const times = await timeInTurns(tasks, ROUNDS);
  const perStep = (name: string): number => (times.get(name) ?? Number.NaN) / (counts[name] ?? Number.NaN);
  return Object.keys(inputsFor(1)).flatMap((name) => [
    {
      name: `planning/${name}-ratio-${MANY}-to-${FEW}`,
      value: perStep(`${name}-${MANY}`) / perStep(`${name}-${FEW}`),
      unit: "ratio",
    },
    { name: `planning/${name}-per-step`, value: perStep(`${name}-${MANY}`), unit: "ms" },
  ]);
}

function inputsFor(count: number): Readonly<Record<string, PlanInput>> {
  const text = makePage(count);
  const threads = Array.from({ length: count }, (_, index) => threadOf(index + 1));
  const before = repositoryOf({
    threads: Object.fromEntries(threads.map((thread) => [thread.number, thread])),
  });
  const first = { snapshot: snapshotOf(before) };
  const then = { snapshot: snapshotOf(applied(before, plan([fileOf(text)], first))) };
  const edited = text.replaceAll(" of the ", " of the new ");
  return {
    new: inputOf([fileOf(text)], first),
    unchanged: inputOf([fileOf(text, text)], then),
    edited: inputOf([fileOf(edited, text)], then),
  };
}

function makePage(count: number): string {
  const topics = Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const [verb, thing, other] = [VERBS[index % 8], THINGS[index % 11], THINGS[(index * 7 + 3) % 11]];
    return [
      `## The ${thing} of the ${other}`,
      "",
      `- Mona: it is late, see #${number}`,
      `  - DECISION: #${number} will go in 1.1`,
      `- TODO: Mona to ${verb} the ${thing} of the ${other}, number ${number}`,
      "",
    ].join("\n");
  });
  return ["# Meeting 2021-03-04", "", "Present: Mona, Hubot", "", ...topics].join("\n");
}
