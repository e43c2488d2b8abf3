import { makePlaces } from "./durability/places.ts";
import { type PushProcess, startPushProcess } from "./durability/push-process.ts";
import { type Figure, median } from "./figure.ts";

const REPOSITORIES = 500;
const EACH = 20;
const FEW = 1000;
const ROUNDS = 3;
const SMALL = { repositories: 50, each: 8, resident: [] };

/**
 * Queues 10,000 pushes of 500 repositories as fast as they are taken, and does them: how many a second, and how much memory that takes after
 * 1,000 and after all. And whether one repository whose push hangs holds the others up.
 */
export async function run(): Promise<readonly Figure[]> {
  const { all, remove } = await makePlaces();
  try {
    const figures: Figure[] = [];
    for (const [name, place] of all) {
      // Makes the database, which takes more memory than anything later.
      await (await startPushProcess(place)).stop();
      const pushes = await startPushProcess(place);
      try {
        figures.push(...(await drain(name, pushes)), await hangOne(name, pushes));
      } finally {
        await pushes.stop();
      }
    }
    return figures;
  } finally {
    await remove();
  }
}

async function drain(name: string, pushes: PushProcess): Promise<Figure[]> {
  const total = REPOSITORIES * EACH;
  const order = { repositories: REPOSITORIES, each: EACH, hang: false, resident: [FEW, total] };
  const { ms, resident, peak } = await pushes.run(order);
  const [few = Number.NaN, many = Number.NaN] = resident;
  return [
    { name: `drain/${name}-pushes`, value: (total / ms) * 1000, unit: "per second" },
    { name: `drain/${name}-resident-after-${FEW}`, value: few, unit: "bytes" },
    { name: `drain/${name}-resident-after-${total}`, value: many, unit: "bytes" },
    { name: `drain/${name}-resident-ratio`, value: many / few, unit: "ratio" },
    { name: `drain/${name}-peak-memory`, value: peak, unit: "bytes" },
  ];
}

async function hangOne(name: string, pushes: PushProcess): Promise<Figure> {
  const alone: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push((await pushes.run({ ...SMALL, hang: false })).ms);
    beside.push((await pushes.run({ ...SMALL, hang: true })).ms);
  }
  return {
    name: `drain/${name}-ratio-beside-one-that-hangs`,
    value: median(beside) / median(alone),
    unit: "ratio",
  };
}
