import type { Figure } from "./figure.ts";
import { makePlaces } from "./durability/places.ts";
import { measure, type Rate } from "./durability/send-webhooks.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);

/** How fast webhooks are acknowledged, each durable before, next to a Probot that does nothing with them. */
export async function run(): Promise<readonly Figure[]> {
  const { all, remove } = await makePlaces();
  try {
    const figures: Figure[] = [];
    for (const [name, place] of all) {
      // Before and after: what else the machine does in between tells on both.
      const first = await measure(["nothing"], SECONDS / 2);
      const rate = await measure(["store", JSON.stringify(place)], SECONDS);
      const nothing = mean(first, await measure(["nothing"], SECONDS / 2));
      figures.push(
        { name: `durability/webhooks-${name}`, value: rate.perSecond, unit: "per second" },
        { name: `durability/webhooks-${name}-p99`, value: rate.p99Ms, unit: "ms" },
        {
          name: `durability/webhooks-${name}-ratio-to-nothing`,
          value: rate.perSecond / nothing.perSecond,
          unit: "ratio",
        },
        { name: `durability/webhooks-nothing-p99-${name}`, value: nothing.p99Ms, unit: "ms" },
      );
    }
    return figures;
  } finally {
    await remove();
  }
}

function mean(a: Rate, b: Rate): Rate {
  return { perSecond: (a.perSecond + b.perSecond) / 2, p99Ms: (a.p99Ms + b.p99Ms) / 2 };
}
