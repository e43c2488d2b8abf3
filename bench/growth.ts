import { age, PAST } from "./durability/age.ts";
import { makePlaces } from "./durability/places.ts";
import { startPushProcess } from "./durability/push-process.ts";
import { type Figure, timeInTurns } from "./figure.ts";

const ROUNDS = 7;
const ORDER = { repositories: 50, each: 4, hang: false, resident: [] };

/** What a push costs with 100,000 past ones in ledger, deliveries and finished jobs, as a ratio to one without a past. */
export async function run(): Promise<readonly Figure[]> {
  const young = await makePlaces();
  const old = await makePlaces();
  try {
    const figures: Figure[] = [];
    for (const [name, place] of young.all) {
      const oldPlace = old.all.get(name);
      if (oldPlace === undefined) continue;
      await age(oldPlace);
      const without = await startPushProcess(place);
      const withPast = await startPushProcess(oldPlace);
      try {
        const times = await timeInTurns(
          { young: () => without.run(ORDER), old: () => withPast.run(ORDER) },
          ROUNDS,
        );
        const pushes = ORDER.repositories * ORDER.each;
        const ms = (which: string) => (times.get(which) ?? Number.NaN) / pushes;
        figures.push(
          { name: `growth/${name}-push-first`, value: ms("young"), unit: "ms" },
          { name: `growth/${name}-push-after-${PAST}`, value: ms("old"), unit: "ms" },
          { name: `growth/${name}-ratio`, value: ms("old") / ms("young"), unit: "ratio" },
        );
      } finally {
        await without.stop();
        await withPast.stop();
      }
    }
    return figures;
  } finally {
    await young.remove();
    await old.remove();
  }
}
