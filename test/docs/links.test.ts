import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { documents } from "./documents.ts";

/** Starts what `npm run check:links` does on other files. */
function checkLinks(folder: string): { readonly status: number | null; readonly stderr: string } {
  const remark = join(process.cwd(), "node_modules", "remark-cli", "cli.js");
  const options = [
    "--frail",
    "--quiet",
    "--no-color",
    "--rc-path",
    join(process.cwd(), ".remarkrc.json"),
    ".",
  ];
  return spawnSync(process.execPath, [remark, ...options], { cwd: folder, encoding: "utf8" });
}

test.each([
  ["a file", "[guide](guide.md)", "Cannot find file `guide.md`"],
  ["a heading", "[start](#start)", "Cannot find heading for `#start`"],
  ["a heading of another file", "[there](other.md#start)", "Cannot find heading for `#start` in `other.md`"],
])(
  "a link to %s that is not there fails",
  (_what, link, complaint) => {
    const folder = mkdtempSync(join(tmpdir(), "links-"));
    writeFileSync(join(folder, "other.md"), "# Other\n");
    writeFileSync(join(folder, "page.md"), `# Page\n\n${link}\n`);

    const { status, stderr } = checkLinks(folder);

    expect([status, stderr]).toEqual([1, expect.stringContaining(complaint)]);
  },
  20_000,
);

describe.each(documents)("$file", ({ file, links, htmls }) => {
  test("shows only pictures that are there", () => {
    const sources = htmls.flatMap(({ value }) => [...value.matchAll(/(?:src|srcset|href)="([^"]+)"/g)]);

    for (const [, source = ""] of sources.filter(([, one = ""]) => !/^https?:/.test(one)))
      expect([source, existsSync(join(dirname(file), source))]).toEqual([source, true]);
  });

  test("has addresses in good form", () => {
    for (const { url } of links.filter(({ url: one }) => /^[a-z]+:/i.test(one))) {
      const { protocol, hostname, username } = new URL(url);
      expect([url, protocol]).toEqual([url, hostname === "localhost" ? "http:" : "https:"]);
      expect(username).toBe("");
    }
  });
});

test("every document in docs/ can be reached from its index", () => {
  const index = documents.find(({ file }) => file === "docs/README.md");
  const reached = index?.links.map(({ url }) => normalize(join("docs", url.replace(/#.*/, ""))));

  const others = documents
    .map(({ file }) => file)
    .filter((file) => file.startsWith("docs/") && file !== "docs/README.md");
  expect(reached).toEqual(expect.arrayContaining(others));
});
