// Requests a URL again and again, in a separate process: node probe.ts URL. On a message, it sends how long the answers
// since the last message took, in milliseconds.
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
