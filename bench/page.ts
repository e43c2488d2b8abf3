// The page in Chromium: how big it is, how soon it is there, and what a keystroke in long minutes costs.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { writeFragment } from "../src/web/share.ts";
import { serveBuiltPage } from "../test/browser/built-page.ts";
import { startChromium } from "../test/browser/chromium.ts";
import { type Figure, median } from "./figure.ts";
import { generateMinutes } from "./generated/minutes.ts";

const root = join(import.meta.dirname, "..");
const VISITS = 5;
const KEYSTROKES = 40;
/** Between two keystrokes of a person who types fast. In milliseconds. */
const TYPING_MS = 90;
/** Until the page has done what was asked before. In milliseconds. */
const SETTLE_MS = 3000;
const LONG_BYTES = 50_000;

/** Sizes by file; first paint and the editor's arrival; what typing costs the main thread in minutes of 50 kB. */
export async function run(): Promise<readonly Figure[]> {
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules/vite/bin/vite.js"),
      "build",
      "--config",
      join(root, "src/web/vite.config.ts"),
      "--logLevel",
      "warn",
    ],
    { stdio: "inherit" },
  );
  const served = await serveBuiltPage();
  const browser = await startChromium();
  try {
    return [
      ...measureSizes(),
      ...(await measureVisits(browser, served.url)),
      ...(await measureTyping(browser, served.url)),
    ];
  } finally {
    await browser.close();
    await served.stop();
  }
}

/** What is loaded for the minutes' editor to be there; the rest follows or waits until it is wanted. */
function measureSizes(): Figure[] {
  const folder = join(root, "dist/page");
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const files = ["index.html", ...readdirSync(join(folder, "assets")).map((name) => `assets/${name}`)].sort();
  const sizes = files.map((file) => {
    const content = readFileSync(join(folder, file));
    const isFirst = file === "index.html" || html.includes(file);
    const name = file.replace("assets/", "").replace(/-[\w-]{8}(?=\.\w+$)/, "");
    return {
      name,
      isFirst,
      raw: content.length,
      gzip: gzipSync(content).length,
      br: brotliCompressSync(content).length,
    };
  });
  const sum = (which: "raw" | "gzip" | "br", some: typeof sizes): number =>
    some.reduce((total, size) => total + size[which], 0);
  const first = sizes.filter(({ isFirst }) => isFirst);
  return [
    ...sizes.flatMap(({ name, raw, gzip, br }) => [
      { name: `page/size/${name}`, value: raw, unit: "bytes" },
      { name: `page/size/${name}/gzip`, value: gzip, unit: "bytes" },
      { name: `page/size/${name}/brotli`, value: br, unit: "bytes" },
    ]),
    { name: "page/size-until-the-editor/brotli", value: sum("br", first), unit: "bytes" },
    { name: "page/size-of-all/gzip", value: sum("gzip", sizes), unit: "bytes" },
    { name: "page/size-of-all/brotli", value: sum("br", sizes), unit: "bytes" },
  ];
}

async function measureVisits(browser: Browser, url: string): Promise<Figure[]> {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    // A context of its own has an empty cache.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(url);
    await page.locator(".card .markdown:not(:empty)").first().waitFor();
    visits.push(await page.evaluate(readMarks));
    await context.close();
  }
  return [
    { name: "page/first-paint", value: median(visits.map(({ paint }) => paint)), unit: "ms" },
    { name: "page/editor-is-there", value: median(visits.map(({ editor }) => editor)), unit: "ms" },
    { name: "page/first-comment-is-there", value: median(visits.map(({ comment }) => comment)), unit: "ms" },
  ];
}

/** Runs in the page. */
function readMarks(): { paint: number; editor: number; comment: number } {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const mark = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  return { paint: paint?.startTime ?? Number.NaN, editor: mark("editor"), comment: performance.now() };
}

/** In milliseconds each. */
interface Typing {
  /** What each task of the main thread took of the processor. */
  readonly tasks: readonly number[];
  /** Between two frames. */
  readonly frames: readonly number[];
  /** From a keystroke to the end of the frame that shows it. */
  readonly keys: readonly number[];
  /** From a keystroke until what it means is underlined. */
  readonly understoodMs: number;
}

async function measureTyping(browser: Browser, url: string): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const idle = await typeInto(browser, page, url, "# Call, 2026-03-02\n\n- See #1\n");
  const long = await typeInto(browser, page, url, longMinutes());
  await page.close();
  const worst = (values: readonly number[]): number => Math.max(0, ...values);
  return [
    { name: "page/keystroke/short-minutes", value: median(idle.keys), unit: "ms" },
    { name: "page/keystroke/50-kB", value: median(long.keys), unit: "ms" },
    {
      name: "page/keystroke/50-kB-ratio-to-short",
      value: median(long.keys) / median(idle.keys),
      unit: "ratio",
    },
    { name: "page/worst-frame/short-minutes", value: worst(idle.frames), unit: "ms" },
    { name: "page/worst-frame/50-kB", value: worst(long.frames), unit: "ms" },
    { name: "page/longest-task/short-minutes", value: worst(idle.tasks), unit: "ms" },
    { name: "page/longest-task/50-kB", value: worst(long.tasks), unit: "ms" },
    { name: "page/tasks-over-50-ms/50-kB", value: long.tasks.filter((ms) => ms > 50).length, unit: "tasks" },
    { name: "page/understood-after/50-kB", value: long.understoodMs, unit: "ms" },
  ];
}

/** Types into minutes as somebody would, and waits until the last keystroke is understood. */
async function typeInto(browser: Browser, page: Page, url: string, minutes: string): Promise<Typing> {
  const config = "repository: octo/tea\n";
  const draft = { path: "meetings/minutes.md", minutes, config, repository: "octo/team" };
  await page.goto("about:blank");
  await page.goto(`${url}${await writeFragment(draft)}`);
  await page.locator(".card .markdown:not(:empty)").first().waitFor({ timeout: 120_000 });
  await page.getByRole("textbox", { name: "Minutes", exact: true }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n- ");
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(readFileSync(join(import.meta.dirname, "browser/watch.js"), "utf8"));
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing", "__metadata"] });
  for (let key = 0; key < KEYSTROKES; key += 1) {
    await page.keyboard.type("tea and cake ".charAt(key % 13));
    await page.waitForTimeout(TYPING_MS);
  }
  const start = performance.now();
  await page.keyboard.type(" #4242");
  await page.locator(".found-reference", { hasText: "#4242" }).waitFor({ timeout: 120_000 });
  const understoodMs = performance.now() - start;
  await page.waitForTimeout(SETTLE_MS);
  const tasks = readTasks(await browser.stopTracing());
  const { frames, keys } = await page.evaluate<Pick<Typing, "frames" | "keys">>("seen");
  return { frames, keys, tasks, understoodMs };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time that the thread itself took, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * What the tasks of the page's main thread took of the processor, in milliseconds: on a busy machine the time on the wall
 * says nothing about them.
 */
function readTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const isMain = ({ name, args }: TraceEvent): boolean =>
    name === "thread_name" && args.name === "CrRendererMain";
  const main = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  return traceEvents
    .filter(({ name, pid, tid }) => name.endsWith("RunTask") && main.has(`${pid} ${tid}`))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
}

/** Minutes of 50 kB: a year's meetings in one file. */
function longMinutes(): string {
  let text = "";
  for (const { source } of generateMinutes(40)) {
    if (text.length < LONG_BYTES)
      text += `${source.replace(/^# .*$/m, "# Tea Committee Meeting 2026-03-02")}\n\n`;
  }
  return text.slice(0, LONG_BYTES);
}
