import { fileProblem } from "../../../src/messages/reasons/file-problems.ts";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { follow } from "../../../src/cli/preview/follow.ts";
import { openWorkspace } from "../../../src/cli/preview/workspace.ts";
import { makeFolder } from "../folder.ts";

const onUnix = process.platform === "win32" ? describe.skip : describe;

let folder: string;
let outside: string;
beforeEach(() => {
  outside = makeFolder({ "secret.md": "# Secret\n", "deep/secret.md": "# Secret\n" });
  folder = makeFolder({ ".git/HEAD": "", "meetings/a.md": "# Call\n" });
});

const paths = async () => (await openWorkspace(".", {}, folder).list()).map(({ path }) => path);
const meetings = (name: string) => join(folder, "meetings", name);

onUnix("a folder that holds anything", () => {
  test("is shown without what links lead to", async () => {
    symlinkSync(join(outside, "secret.md"), meetings("b.md"));
    symlinkSync(outside, meetings("elsewhere"));
    symlinkSync("..", meetings("around"));
    symlinkSync("loop.md", meetings("loop.md"));

    expect(await paths()).toEqual(["meetings/a.md"]);
  });

  test("shows nothing of a file that became a link after it was listed", async () => {
    const workspace = openWorkspace(".", {}, folder);
    const [candidate] = await workspace.list();
    rmSync(meetings("a.md"));
    symlinkSync(join(outside, "secret.md"), meetings("a.md"));

    expect(await workspace.read(candidate!)).toEqual({
      path: "meetings/a.md",
      problem: fileProblem("file-is-link").text,
    });
  });

  test("shows nothing of a file whose folder became a link", async () => {
    writeFileSync(meetings("secret.md"), "# Ours\n");
    const workspace = openWorkspace(".", {}, folder);
    const candidate = (await workspace.list()).find(({ path }) => path.endsWith("secret.md"));
    rmSync(join(folder, "meetings"), { recursive: true });
    symlinkSync(outside, join(folder, "meetings"));

    expect(await workspace.read(candidate!)).toMatchObject({ problem: expect.stringContaining("leads out") });
  });

  test("gives away no file for its configuration", async () => {
    mkdirSync(join(folder, ".github"));
    symlinkSync(join(outside, "secret.md"), join(folder, ".github", "minutebook.yml"));
    const workspace = openWorkspace(".", {}, folder);

    expect(await workspace.read((await workspace.list())[0]!)).toMatchObject({
      config: "",
      minutes: "# Call\n",
    });
  });

  test("is shown beside pipes and sockets, which nobody waits for", async () => {
    execFileSync("mkfifo", [meetings("pipe.md")]);
    mkdirSync(join(folder, ".github"));
    execFileSync("mkfifo", [join(folder, ".github", "minutebook.yml")]);
    const server = createServer().listen(meetings("socket.md"));
    await once(server, "listening");

    expect(await paths()).toEqual(["meetings/a.md"]);
    const end = await follow(
      openWorkspace(".", {}, folder),
      () => undefined,
      () => undefined,
    );
    await end();
    server.close();
  });

  test.each(["meetings/pipe.md", "."])("is reported where what was named is a pipe: %s", async (path) => {
    execFileSync("mkfifo", [meetings("pipe.md")]);
    const workspace = openWorkspace(path, {}, folder);
    const drafts = await Promise.all((await workspace.list()).map((candidate) => workspace.read(candidate)));

    expect(JSON.stringify(drafts)).toContain(path === "." ? "# Call" : "a pipe, socket, or device");
  });

  test("is shown without what nobody may read, and without what is huge", async () => {
    writeFileSync(meetings("huge.md"), "");
    truncateSync(meetings("huge.md"), 3 * 1024 ** 3);
    mkdirSync(meetings("closed"));
    writeFileSync(join(meetings("closed"), "b.md"), "");
    chmodSync(meetings("closed"), 0);
    const workspace = openWorkspace(".", {}, folder);

    // Root may read all.
    expect((await paths()).filter((path) => !path.includes("closed"))).toEqual([
      "meetings/huge.md",
      "meetings/a.md",
    ]);
    const huge = (await workspace.list()).find(({ path }) => path.endsWith("huge.md"));
    expect(await workspace.read(huge!)).toMatchObject({ problem: expect.stringContaining("MiB") });
    chmodSync(meetings("closed"), 0o700);
  });

  test("may lose what is shown at any moment", async () => {
    const workspace = openWorkspace(".", {}, folder);
    const [candidate] = await workspace.list();
    rmSync(join(folder, "meetings"), { recursive: true });

    expect(await workspace.read(candidate!)).toMatchObject({
      problem: fileProblem("file-missing").text,
    });
    expect(await workspace.list()).toEqual([]);
  });

  test("is followed in spite of links around and out of it", async () => {
    symlinkSync("..", meetings("around"));
    symlinkSync(outside, meetings("elsewhere"));
    let saves = 0;
    const errors: unknown[] = [];
    const end = await follow(
      openWorkspace(".", {}, folder),
      () => {
        saves += 1;
      },
      (error) => errors.push(error),
    );
    writeFileSync(join(outside, "secret.md"), "changed\n");
    await wait(300);
    expect(saves).toBe(0);
    writeFileSync(meetings("a.md"), "changed\n");
    for (let tries = 0; saves === 0 && tries < 150; tries += 1) await wait(20);
    await end();

    expect([saves > 0, errors]).toEqual([true, []]);
  });
});
