import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { type BuiltPage, serveBuiltPage } from "./built-page.ts";
import { startChromium } from "./chromium.ts";

let built: BuiltPage;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  built = await serveBuiltPage();
  browser = await startChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await built?.stop();
});

beforeEach(async () => {
  problems = [];
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(built.url) && /^https?:/.test(request.url()))
      problems.push(`asked ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  await page.goto(built.url);
  await page.locator(".card").first().waitFor();
});

afterEach(async () => {
  await page?.close();
  expect(problems).toEqual([]);
});

/** Puts minutes into the editor as a person would: select all, type. */
async function write(text: string): Promise<void> {
  const editor = page.getByRole("textbox", { name: "Minutes" });
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

describe("typing minutes", () => {
  test("shows the comment on the issue that they mention", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers vanish, see #41.\n  - DECISION: draw them twice\n");

    const card = page.locator(".card", { hasText: "lantern-maps/lantern#41" });
    await card.getByText("draw them twice").first().waitFor();
  });

  test("shows an issue for a TODO, with its owner", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers\n  - TODO: Ines to draw the rivers twice\n");
    await page.getByRole("tab", { name: /Issues/ }).click();

    await page
      .locator(".card", { hasText: /draw the rivers twice/i })
      .first()
      .waitFor();
  });

  test("underlines what was understood, and shows its other half", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers vanish, see #41.\n");
    await page.locator(".found-reference", { hasText: "#41" }).first().hover();

    await page.locator(".card.active", { hasText: "lantern-maps/lantern#41" }).waitFor();
    await page.getByRole("listitem").filter({ hasText: "lantern-maps/lantern#41" }).first().waitFor();
  });

  test("marks what is wrong with the configuration", async () => {
    await page.getByText("Configuration").first().click();
    await page.getByRole("textbox", { name: "Configuration" }).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("minuts: [a]\n");

    await page.getByText("1 to mend").waitFor();
    await page.locator(".cm-lintRange-error").first().waitFor();
  });
});

test("hostile minutes do nothing", async () => {
  await write(
    [
      "# <img src=x onerror=alert(1)> meeting, 2026-03-03",
      "",
      "- <script>alert(2)</script> see #41 and [click](javascript:alert(3))",
      "  - DECISION: <svg onload=alert(4)> ![x](javascript:alert(5))",
      "  - TODO: Ines <iframe srcdoc='<script>alert(6)</script>'></iframe> to look",
    ].join("\n"),
  );
  await page.locator(".card", { hasText: "lantern-maps/lantern#41" }).waitFor();
  for (const name of [/Issues/, /Milestones/, /Plan/, /JSON/, /Comments/])
    await page.getByRole("tab", { name }).click();

  const harmful = await page.evaluate(
    () =>
      document.querySelectorAll(
        "#right script, #right iframe, #right svg, #right [onerror], #right [onload], #right a[href^='javascript' i]",
      ).length,
  );
  expect(harmful).toBe(0);
});

test("a link holds the minutes in its fragment", async () => {
  await write("# Weekly, 2026-03-03\n\n- About #58.\n");
  await page.getByRole("button", { name: "Copy a link" }).click();
  await page.waitForURL(/#draft=/);

  await page.reload();

  await page.locator(".card", { hasText: "lantern-maps/lantern#58" }).waitFor();
});

test("tabs work with the arrow keys", async () => {
  await page.getByRole("tab", { name: /Comments/ }).focus();
  await page.keyboard.press("ArrowRight");

  expect(await page.getByRole("tab", { name: /Issues/ }).getAttribute("aria-selected")).toBe("true");
});

describe("for everybody", () => {
  test.each(["light", "dark"] as const)("has no violations that axe knows, %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe.source);

    const violations = await page.evaluate(async () => {
      const results = await (window as unknown as { axe: typeof axe }).axe.run();
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });

    expect(violations).toEqual([]);
  });

  test("fits a phone", async () => {
    await page.setViewportSize({ width: 375, height: 700 });

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

    expect(overflow).toBeLessThanOrEqual(0);
  });
});
