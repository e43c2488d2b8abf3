import type { Figure } from "../figure.ts";
import { type Outcome, runShapes } from "./run-shapes.ts";

/** In KiB; each shape at the first size, the slowest at the others too. `HOSTILE=full` for all. */
const QUICK = { sizes: [16, 64], mixed: 60, arrangements: ["in a row", "one a line"] };
const FULL = { sizes: [64, 256, 1024], mixed: 400, arrangements: null };
const DEADLINE_MS = 60_000;
/** Shapes that are printed. */
const SHOWN = 15;

/**
 * What texts that nobody would write cost, each token of minutes and Markdown repeated, nested and in turns: the slowest
 * shapes, their ratio to the average of all, and those that did not end or threw.
 */
export async function measureShapes(): Promise<readonly Figure[]> {
  const seed = Number(process.env.HOSTILE_SEED ?? 1);
  const extent = process.env.HOSTILE === "full" ? FULL : QUICK;
  const only = process.env.HOSTILE_ONLY ?? "";
  const outcomes = await runShapes({ ...extent, seed, only, deadline: DEADLINE_MS });
  const ended = outcomes.filter(({ problem }) => problem === null);
  const average = ended.reduce((sum, { perMiB }) => sum + perMiB, 0) / Math.max(ended.length, 1);
  const slowest = ended[0];
  return [
    { name: "hostile/shapes", value: outcomes.length, unit: "shapes", note: `seed ${seed}` },
    { name: "hostile/shapes-that-failed", value: outcomes.length - ended.length, unit: "shapes" },
    { name: "hostile/average", value: average, unit: "ms/MiB" },
    ...(slowest === undefined
      ? []
      : [{ name: "hostile/slowest-ratio-to-average", value: slowest.perMiB / average, unit: "ratio" }]),
    ...outcomes.slice(0, SHOWN).map((outcome, index) => figureOf(outcome, index)),
  ];
}

function figureOf({ name, size, perMiB, slowest, growth, problem }: Outcome, index: number): Figure {
  const grows = growth === null ? "" : `, grows with the power of ${growth.toFixed(1)}`;
  const note = problem ?? `${Math.round(size / 1024)} KiB, most of it to ${slowest}${grows}`;
  return { name: `hostile/slowest-${index + 1}`, value: perMiB, unit: "ms/MiB", note: `${name}: ${note}` };
}
