import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../cli/folder.ts";
import { findViolations, visit } from "./visit.ts";

const minutes = (number: number): string => `# Orchard call\n\n- See #${number}.\n`;

let folder: string;
let child: ChildProcess;
let url: string;

beforeEach(async () => {
  folder = makeFolder({
    ".git/config": '[remote "origin"]\n\turl = git@github.com:orchard/team.git\n',
    ".github/minutebook.yml": "repository: orchard/apple\n",
    "meetings/2026-03-02.md": minutes(7),
    "meetings/2026-03-09.md": minutes(8),
  });
  const started = spawn(process.execPath, ["src/cli/main.ts", "preview", folder, "--no-open"]);
  child = started;
  let out = "";
  url = await new Promise((found, failed) => {
    started.on("exit", () => failed(new Error(`The preview ended by itself: ${out}`)));
    const read = (text: unknown): void => {
      out += String(text);
      const address = /http:\S+/.exec(out)?.[0];
      if (address !== undefined) found(address);
    };
    started.stdout.on("data", read);
    started.stderr.on("data", read);
  });
});

/** Presses Ctrl-C. */
async function interrupt(): Promise<number | null> {
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const [code] = await ended;
  return code;
}

afterEach(async () => {
  if (child.exitCode === null) await interrupt();
});

/** As most editors do: a new file takes the old one's name. */
function save(path: string, text: string): void {
  const file = join(folder, path);
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

test("the page shows the newest minutes and follows them as they are saved", async () => {
  const page = await visit(url);
  await page.locator(".card", { hasText: "orchard/apple#8" }).waitFor();

  save("meetings/2026-03-09.md", minutes(9));
  await page.locator(".card", { hasText: "orchard/apple#9" }).waitFor();

  save("meetings/2026-03-09.md", minutes(10));
  await page.locator(".card", { hasText: "orchard/apple#10" }).waitFor();
  await page.getByText("Saved at").waitFor();
});

test("the configuration is followed too", async () => {
  const page = await visit(url);
  await page.locator(".card", { hasText: "orchard/apple#8" }).waitFor();

  save(".github/minutebook.yml", "repository: orchard/pear\n");

  await page.locator(".card", { hasText: "orchard/pear#8" }).waitFor();
});

test("other minutes are chosen on the page, new ones as well", async () => {
  const page = await visit(url);
  await page.getByLabel("File", { exact: true }).waitFor();
  save("meetings/2026-03-16.md", minutes(20));
  await page.locator("#example option", { hasText: "2026-03-16" }).waitFor({ state: "attached" });

  await page.getByLabel("File", { exact: true }).selectOption("meetings/2026-03-02.md");
  await page.locator(".card", { hasText: "orchard/apple#7" }).waitFor();

  save("meetings/2026-03-02.md", minutes(11));
  await page.locator(".card", { hasText: "orchard/apple#11" }).waitFor();
});

test("a save replaces what was typed on the page", async () => {
  const page = await visit(url);
  await page.locator(".card", { hasText: "orchard/apple#8" }).waitFor();
  await page.getByRole("textbox", { name: "Minutes", exact: true }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("- See #66.\n");
  await page.locator(".card", { hasText: "orchard/apple#66" }).waitFor();

  save("meetings/2026-03-09.md", minutes(12));

  await page.locator(".card", { hasText: "orchard/apple#12" }).waitFor();
  expect(await page.locator(".card", { hasText: "orchard/apple#66" }).count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
});

test("Ctrl-C ends it with a page open", async () => {
  const page = await visit(url);
  await page.locator(".card").first().waitFor();
  // The browser would log that the server is gone.
  await page.close();

  expect(await interrupt()).toBe(0);
});
