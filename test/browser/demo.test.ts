import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { loadLantern } from "../../scripts/demo/lantern.ts";
import { play, setStage, type Stage } from "../../scripts/demo/play.ts";
import { noColors } from "../../src/cli/io.ts";
import { findViolations, visit } from "./visit.ts";

let stage: Stage;

beforeAll(async () => {
  const scenario = loadLantern(join("fixtures", "lantern"));
  stage = await setStage(scenario, 0);
  expect(await play(stage, scenario, noColors, () => undefined)).toEqual([]);
}, 300_000);

afterAll(() => stage?.stop(), 30_000);

test("an edit that is pushed on the page changes the comment, opens an issue, and says so", async () => {
  const page = await visit(stage.sandbox.url);
  await page.getByText("This is the sandbox").waitFor();
  await page.getByRole("link", { name: "Edit and push" }).click();
  const editor = page.getByRole("textbox", { name: /2026-02-24-weekly\.md in lantern-maps\/team/ });
  const before = await editor.inputValue();
  await editor.fill(
    `${before.trimEnd()}\n\n## Canals\n\n* #33: canals are drawn last.\n  * **Decision:** #33 ships with the canals\n  * TODO: Ada to draw the canals\n`,
  );
  await page.getByRole("button", { name: "Push this edit" }).click();

  await page.getByRole("heading", { name: "What the app did" }).waitFor();
  const report = page.locator("tr", { hasText: "comment on lantern-maps/lantern#33" });
  await report.waitFor({ timeout: 90_000 });
  await page.locator("tr", { hasText: "Draw the canals" }).getByText("created").waitFor();
  await page.getByText("+", { exact: true }).first().waitFor();
  expect(await findViolations(page)).toEqual([]);

  await report.getByRole("link").first().click();
  const comment = page.locator(".post.own", { hasText: "24 February 2026" });
  await comment.getByText("ships with the canals").first().waitFor();
}, 150_000);

describe("the sandbox's pages", () => {
  const pages = [
    "/",
    "/lantern-maps/lantern/issues",
    "/lantern-maps/lantern/issues/41",
    "/lantern-maps/lantern/pull/58",
    "/lantern-maps/lantern/milestone/3",
    "/lantern-maps/team/blob/main/meetings/2026-02-24-weekly.md",
    "/lantern-maps/team/edit/main/meetings/2026-02-24-weekly.md",
    "/lantern-maps/team/runs",
  ];

  test.each(["light", "dark"] as const)(
    "have no violations that axe knows, %s",
    async (colorScheme) => {
      const page = await visit(stage.sandbox.url);
      await page.emulateMedia({ colorScheme });
      const run = stage.sandbox.world.checkRuns("lantern-maps/team").at(-1);
      const found = [];
      for (const path of [...pages, `/lantern-maps/team/runs/${run?.id}`]) {
        await page.goto(`${stage.sandbox.url}${path}`);
        found.push(...(await findViolations(page)).map((violation) => `${path} ${violation}`));
      }

      expect(found).toEqual([]);
    },
    60_000,
  );

  test.each(pages)("fit a phone: %s", async (path) => {
    const page = await visit(`${stage.sandbox.url}${path}`, { width: 360, height: 700 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
});

test("the app has the page to try minutes on at /", async () => {
  const page = await visit(`${stage.app.url}/`);

  await page.locator(".card .markdown:not(:empty)").first().waitFor();
});
