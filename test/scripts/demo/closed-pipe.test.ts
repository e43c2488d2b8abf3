import { expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { once } from "node:events";

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

test("a demo whose output nobody reads any more takes its app with it", async () => {
  const demo = spawn(process.execPath, ["scripts/demo.ts", "--once"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(demo, "exit");
  let app: string | undefined;
  for await (const text of demo.stdout) {
    app = /the app at (http\S+)/.exec(String(text))?.[1];
    if (app === undefined) continue;
    expect(await answers(`${app}/ping`)).toBe(true);
    break;
  }
  expect(app).toBeDefined();

  // Leaving the loop has closed the pipe: the next line that the demo writes finds nobody.
  await ended;

  let isGone = false;
  for (let look = 0; look < 200 && !isGone; look += 1) {
    isGone = !(await answers(`${app}/ping`));
    if (!isGone) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(isGone).toBe(true);
}, 120_000);
