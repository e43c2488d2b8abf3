import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { type PreviewServer, servePreview } from "../../../src/cli/preview/serve.ts";
import { openWorkspace } from "../../../src/cli/preview/workspace.ts";
import { makePageHandler } from "../../../src/page-server/answer-page.ts";
import { loadPage } from "../../../src/page-server/page-files.ts";
import { makeFolder } from "../folder.ts";
import { listen } from "./listen.ts";

const page = () => makePageHandler(loadPage(makeFolder({ "index.html": "<h1>The page</h1>" })), "self");

let folder: string;
let server: PreviewServer;

beforeEach(async () => {
  folder = makeFolder({
    ".git/config": '[remote "origin"]\n\turl = https://github.com/orchard/team.git\n',
    ".github/minutebook.yml": "repository: orchard/apple\n",
    "meetings/2026-03-02.md": "# Call\n",
    "meetings/2026-03-09.md": "# Next call\n",
    "other/readme.md": "# No minutes\n",
  });
  server = await servePreview(openWorkspace(".", {}, folder), page(), 0);
});

afterEach(() => server.stop());

describe("the events of a preview", () => {
  test("name the minutes of the folder, newest first, and show the newest", async () => {
    const events = await listen(server.url);

    expect(await events.next()).toEqual(["files", ["meetings/2026-03-09.md", "meetings/2026-03-02.md"]]);
    expect(await events.next()).toEqual([
      "draft",
      {
        path: "meetings/2026-03-09.md",
        minutes: "# Next call\n",
        config: "repository: orchard/apple\n",
        repository: "orchard/team",
      },
    ]);
    events.close();
  });

  test("show the minutes that were asked for, and only what changed of them", async () => {
    const events = await listen(server.url, "meetings/2026-03-02.md");
    await events.next();
    await events.next();

    server.refresh();
    writeFileSync(join(folder, "meetings/2026-03-02.md"), "# Call, edited\n");
    server.refresh();

    expect(await events.next()).toEqual(["draft", expect.objectContaining({ minutes: "# Call, edited\n" })]);
    events.close();
  });

  test("say where there is nothing to show, and show it again when it is back", async () => {
    const single = await servePreview(openWorkspace("meetings/2026-03-02.md", {}, folder), page(), 0);
    const events = await listen(single.url);
    await events.next();
    const draft = await events.next();

    rmSync(join(folder, "meetings/2026-03-02.md"));
    single.refresh();
    expect(await events.next()).toEqual(["problem", expect.stringContaining("The file doesn't exist")]);

    writeFileSync(join(folder, "meetings/2026-03-02.md"), "# Call\n");
    single.refresh();
    expect(await events.next()).toEqual(draft);
    events.close();
    await single.stop();
  });

  test("are not given for a path outside of the folder", async () => {
    const events = await listen(server.url, "../../etc/passwd");
    await events.next();

    expect(await events.next()).toEqual([
      "draft",
      expect.objectContaining({ path: "meetings/2026-03-09.md" }),
    ]);
    events.close();
  });
});

/** The status of an answer; the headers are sent as they are, as no browser would let a page set them. */
function ask(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { port } = new URL(server.url);
  return new Promise((done, failed) => {
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.destroy();
      done(response.statusCode ?? 0);
    })
      .on("error", failed)
      .end();
  });
}

describe("other sites", () => {
  const own = () => new URL(server.url).host;

  test.each(["/", "/preview/events"])(
    "reach nothing at %s by a name that they made to lead here",
    async (path) => {
      expect(await ask(path, { host: "evil.example" })).toBe(403);
    },
  );

  test("do not receive the events", async () => {
    expect(await ask("/preview/events", { host: own(), origin: "https://evil.example" })).toBe(403);
    expect(await ask("/preview/events", { host: own(), "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await ask("/preview/events", { host: own(), "sec-fetch-site": "same-site" })).toBe(403);
  });

  test("may link to the page", async () => {
    const link = { host: own(), "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };

    expect(await ask("/", link)).toBe(200);
  });
});

test("the page is let ask this server and nobody else", async () => {
  const { headers } = await fetch(server.url);

  expect(headers.get("content-security-policy")).toMatch(/connect-src 'self';.*frame-ancestors 'none'/);
});

test("a port that is in use is reported, with what to do", async () => {
  const { port } = new URL(server.url);

  await expect(servePreview(openWorkspace(".", {}, folder), page(), Number(port))).rejects.toThrow(
    `Port ${port} is in use. Choose another with --port`,
  );
});
