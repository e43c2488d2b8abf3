import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Phase, Times } from "./measure.ts";
import { formatOf, type Shape, shapes } from "./shapes.ts";

const KIB = 1024;
const MIB = KIB * KIB;

/** What became of one shape. */
export interface Outcome {
  readonly name: string;
  /** In UTF-16 code units. */
  readonly size: number;
  /** All phases; as long as was waited where it did not end. */
  readonly ms: number;
  readonly perMiB: number;
  readonly slowest: Phase;
  /** How its time grows with its size: 1 linear, 2 with the square. null: too fast to say. */
  readonly growth: number | null;
  /** What was thrown, or that it did not end. */
  readonly problem: string | null;
}

interface Answer {
  readonly ms: number;
  readonly slowest: Phase;
  readonly problem: string | null;
}

/** A worker that measures, replaced by another when it does not end. */
class Measurer {
  private worker: Worker | null = null;
  private readonly deadline: number;

  constructor(deadline: number) {
    this.deadline = deadline;
  }

  async measure(path: string, text: string): Promise<Answer> {
    const worker = this.worker ?? (await startWorker());
    this.worker = worker;
    let phase: Phase = "read";
    const start = performance.now();
    const answer = await new Promise<{ times?: Times; error?: string } | null>((resolve) => {
      const timer = setTimeout(resolve, this.deadline, null);
      const settle = (value: { times?: Times; error?: string } | null): void => {
        clearTimeout(timer);
        worker.removeAllListeners("message").removeAllListeners("error");
        resolve(value);
      };
      worker.on("message", (message: { phase?: Phase; times?: Times; error?: string }) => {
        if (message.phase === undefined) settle(message);
        else phase = message.phase;
      });
      worker.on("error", (error: unknown) => {
        this.worker = null;
        settle({ error: String(error) });
      });
      worker.postMessage({ path, text });
    });
    const ms = performance.now() - start;
    if (answer === null) {
      await this.stop();
      return { ms, slowest: phase, problem: `not done after ${this.deadline / 1000} s` };
    }
    if (answer.times === undefined) return { ms, slowest: phase, problem: answer.error ?? "" };
    const { times } = answer;
    const [slowest] = (Object.keys(times) as Phase[]).toSorted((one, other) => times[other] - times[one]);
    const sum = Object.values(times).reduce((total, value: number) => total + value, 0);
    return { ms: sum, slowest: slowest ?? "read", problem: null };
  }

  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    worker?.removeAllListeners("message").removeAllListeners("error");
    await worker?.terminate();
  }
}

/** Starting takes long on a busy machine, and is not the shape's fault. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(join(import.meta.dirname, "measure-worker.ts"));
  await once(worker, "message");
  return worker;
}

export interface RunOptions {
  /** Of each shape, in KiB. */
  readonly sizes: readonly number[];
  /** How many shapes of several tokens are drawn. */
  readonly mixed: number;
  readonly seed: number;
  /** For one text, in milliseconds. */
  readonly deadline: number;
  /** Only these ways to repeat a token; null: all. */
  readonly arrangements: readonly string[] | null;
  /** Only shapes whose names hold it. */
  readonly only?: string;
  readonly tell?: (outcome: Outcome) => void;
}

/** Shapes that are measured at the largest size only if they were slow at the one before. */
const SUSPECTS = 40;

/**
 * Measures every shape at the first size, and the slowest ones at each further size.
 *
 * @returns the slowest first, each at the largest size at which it was measured
 */
export async function runShapes(options: RunOptions): Promise<readonly Outcome[]> {
  const { sizes, mixed, seed, deadline, arrangements, only = "" } = options;
  const measurer = new Measurer(deadline);
  let left = shapes(mixed, seed, arrangements).filter(({ name }) => name.includes(only));
  const outcomes = new Map<string, Outcome>();
  try {
    await measurer.measure("meetings/warm-up.md", "- TODO: Ada to fix #1\n".repeat(2000));
    for (const [index, size] of sizes.entries()) {
      for (const shape of left) {
        const outcome = await measureShape(shape, size * KIB, outcomes.get(shape.name), measurer);
        outcomes.set(shape.name, outcome);
        options.tell?.(outcome);
      }
      const slow = bySlowness([...outcomes.values()]).slice(0, SUSPECTS);
      if (index === 0) left = left.filter(({ name }) => slow.some((one) => one.name === name));
    }
  } finally {
    await measurer.stop();
  }
  return bySlowness([...outcomes.values()]);
}

/** Below this, a time says more of the machine than of the shape. */
const LEAST_MS = 5;

async function measureShape(
  shape: Shape,
  size: number,
  before: Outcome | undefined,
  measurer: Measurer,
): Promise<Outcome> {
  const text = shape.make(size);
  const { ms, slowest, problem } = await measurer.measure(
    `meetings/2021-03-04.${formatOf(shape.name)}`,
    text,
  );
  const grown = before !== undefined && before.ms > LEAST_MS && before.size < size;
  const growth = grown ? Math.log(ms / before.ms) / Math.log(size / before.size) : null;
  return {
    name: shape.name,
    size: text.length,
    ms,
    perMiB: (ms / text.length) * MIB,
    slowest,
    growth,
    problem,
  };
}

function bySlowness(outcomes: readonly Outcome[]): readonly Outcome[] {
  const rank = ({ problem, perMiB }: Outcome): number => (problem === null ? perMiB : perMiB + 1e9);
  return outcomes.toSorted((one, other) => rank(other) - rank(one));
}
