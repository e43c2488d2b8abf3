// Asks an address over and over, in a process of its own: node probe.ts URL. Told to, it sends how long the answers
// since the last time took, in milliseconds.
import { setTimeout as wait } from "node:timers/promises";

const [url = ""] = process.argv.slice(2);
const EVERY_MS = 20;
let times: number[] = [];
process.on("message", () => {
  process.send?.(times);
  times = [];
});
process.send?.([]);
for (;;) {
  const begin = performance.now();
  const answer = await fetch(url);
  await answer.text();
  times.push(answer.ok ? performance.now() - begin : Number.POSITIVE_INFINITY);
  await wait(EVERY_MS);
}
