import { type Figure, median } from "./figure.ts";
import { makePlaces } from "./durability/places.ts";
import { measure, type Rate } from "./durability/send-webhooks.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = 3;

/**
 * How fast webhooks are acknowledged, each durable before, next to a Probot that does nothing with them. Both take turns,
 * so that what else the machine does tells on both.
 */
export async function run(): Promise<readonly Figure[]> {
  const { all, remove } = await makePlaces();
  try {
    const figures: Figure[] = [];
    for (const [name, place] of all) {
      const nothing: Rate[] = [];
      const kept: Rate[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        nothing.push(await measure(["nothing"], SECONDS));
        kept.push(await measure(["store", JSON.stringify(place)], SECONDS));
      }
      figures.push(...describe(name, middle(nothing), middle(kept)));
    }
    return figures;
  } finally {
    await remove();
  }
}

function describe(name: string, nothing: Rate, kept: Rate): Figure[] {
  const prefix = `durability/webhooks-${name}`;
  return [
    { name: prefix, value: kept.perSecond, unit: "per second" },
    { name: `${prefix}-nothing`, value: nothing.perSecond, unit: "per second" },
    { name: `${prefix}-ratio-to-nothing`, value: kept.perSecond / nothing.perSecond, unit: "ratio" },
    { name: `${prefix}-p99`, value: kept.p99Ms, unit: "ms" },
    { name: `${prefix}-p99-nothing`, value: nothing.p99Ms, unit: "ms" },
    // As above: 1 is as good as doing nothing, less is worse.
    { name: `${prefix}-p99-ratio-to-nothing`, value: nothing.p99Ms / kept.p99Ms, unit: "ratio" },
  ];
}

function middle(rates: readonly Rate[]): Rate {
  return {
    perSecond: median(rates.map(({ perSecond }) => perSecond)),
    p99Ms: median(rates.map(({ p99Ms }) => p99Ms)),
  };
}
