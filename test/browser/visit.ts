import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { startChromium } from "./chromium.ts";

let browser: Browser;
const opened: { readonly page: Page; readonly problems: readonly string[] }[] = [];

beforeAll(async () => {
  browser = await startChromium();
}, 60_000);

afterEach(async () => {
  const visits = opened.splice(0);
  await Promise.all(visits.map(({ page }) => page.close()));
  expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
});

afterAll(() => browser?.close());

/**
 * Opens a page. A test fails where that page throws, logs an error, shows a dialog or asks anybody but its own server.
 * To be called in a test or before each.
 */
export async function visit(url: string, size = { width: 1280, height: 900 }): Promise<Page> {
  const problems: string[] = [];
  const page = await browser.newPage({ viewport: size });
  opened.push({ page, problems });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const { origin } = new URL(url);
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      problems.push(`asked ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  await page.goto(url);
  return page;
}

/** What axe finds wrong with the page as it is now. */
export async function findViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which no policy of the page forbids.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run();
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}
