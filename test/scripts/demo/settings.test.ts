import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { makeFolder } from "../../cli/folder.ts";

jest.setTimeout(180_000);

test("the demo runs on nobody's settings: neither those of a .env nor of its surroundings", async () => {
  const folder = makeFolder({ ".env": "DATABASE_URL=postgres://nobody@127.0.0.1:1/nothing\nHOST=0.0.0.0\n" });
  const demo = spawn(process.execPath, [resolve("scripts/demo.ts"), "--once"], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
      WEBHOOK_SECRET_FILE: "/none",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = new Promise<string>((found) => {
    let said = "";
    demo.stdout.on("data", (text: Buffer) => {
      said += String(text);
      const app = /the app at (http\S+)/.exec(said)?.[1];
      if (app !== undefined) found(app);
    });
  });
  const ended = once(demo, "exit");

  const app = await Promise.race([address, ended.then(() => "")]);
  expect(app).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  demo.kill();
  await ended;
});
