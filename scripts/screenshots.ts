// Takes the pictures of README and docs, from the running demo and the built page: `npm run screenshots`. Needs
// Chromium.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { noColors } from "../src/cli/io.ts";
import { serveBuiltPage } from "../test/browser/built-page.ts";
import { startChromium } from "../test/browser/chromium.ts";
import { loadLantern } from "./demo/lantern.ts";
import { play, setStage } from "./demo/play.ts";

const root = join(import.meta.dirname, "..");

interface Picture {
  readonly file: string;
  readonly path: string;
  /** What of the page is taken. */
  readonly part: string;
}

const pictures: readonly Picture[] = [
  { file: "docs/comment", path: "/lantern-maps/lantern/issues/41", part: ".post.own" },
  { file: "docs/milestone", path: "/lantern-maps/lantern/milestone/3", part: "main" },
];

async function take(page: Page, picture: Picture): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const path = join(root, `${picture.file}-${theme}.png`);
    await page.locator(picture.part).first().screenshot({ path });
    console.log(path);
  }
}

/** The page itself, with a decision looked at and the comment that comes of it. */
async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".card .markdown:not(:empty)").first().waitFor();
  await page.getByRole("button", { name: /^decisions/ }).click();
  await page.locator(".card.active .markdown:not(:empty)").first().waitFor();
}

const scenario = loadLantern(join(root, "fixtures", "lantern"));
const stage = await setStage(scenario, 0);
const built = await serveBuiltPage();
const browser = await startChromium();
try {
  await play(stage, scenario, noColors, () => {});
  const page = await browser.newPage({ viewport: { width: 900, height: 1000 }, deviceScaleFactor: 2 });
  for (const picture of pictures) {
    await page.goto(`${stage.sandbox.url}${picture.path}`);
    await take(page, picture);
  }
  const wide = await browser.newPage({ viewport: { width: 1240, height: 760 } });
  await openPage(wide, built.url);
  await take(wide, { file: "docs/page", path: "/", part: "body" });
} finally {
  await browser.close();
  await built.stop();
  await stage.stop();
}
