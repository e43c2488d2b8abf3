import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createCheckRun } from "../../sandbox/world/checks.ts";
import { startSandbox } from "./support.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.commit("kitchen/soup", { "minutes/a.md": "# Salt\n\n</textarea><script>x</script>\n" });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

const EDIT = "/kitchen/soup/edit/main/minutes/a.md";

async function read(path: string): Promise<string> {
  return (await fetch(`${sandbox.url}${path}`)).text();
}

function push(text: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = new URLSearchParams({ text, message: "More salt" });
  return fetch(`${sandbox.url}${EDIT}`, { method: "POST", body, headers, redirect: "manual" });
}

describe("editing a file on its page", () => {
  test("is offered on the start page and on the file at the default branch", async () => {
    expect(await read("/")).toContain(`href="${sandbox.url}${EDIT}"`);
    expect(await read("/kitchen/soup/blob/main/minutes/a.md")).toContain(`href="${sandbox.url}${EDIT}"`);
  });

  test("shows the file as text, whatever it contains", async () => {
    expect(await read(EDIT)).toContain("&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;");
  });

  test("commits, pushes, and leads to what the app does about it", async () => {
    const response = await push("# Salt\r\n\r\nmore\r\n");
    const path = new URL(response.headers.get("location") ?? "", sandbox.url).pathname;

    expect(response.status).toBe(303);
    expect(await read("/kitchen/soup/raw/main/minutes/a.md")).toBe("# Salt\n\nmore\n");
    expect(await read(path)).toContain("The app received the push and is working");
  });

  test("shows what the app reported once its check run is completed", async () => {
    const path = new URL((await push("# Salt\n")).headers.get("location") ?? "", sandbox.url).pathname;
    createCheckRun(sandbox.state, { kind: "app" }, sandbox.world.repository("kitchen/soup"), {
      name: "Minutebook",
      head_sha: path.split("/").at(-1) ?? "",
      status: "completed",
      conclusion: "success",
      output: { title: "1 done", summary: "All went well.", text: "Commented on #3" },
    });

    const page = await read(path);

    expect(page).toContain("1 done");
    expect(page).toContain("Commented on #3");
    expect(page).not.toContain("data-again");
  });

  test("is refused to other sites", async () => {
    const { status } = await push("# Sugar\n", { "sec-fetch-site": "cross-site" });

    expect(status).toBe(403);
    expect(await read("/kitchen/soup/raw/main/minutes/a.md")).toContain("# Salt");
  });

  test("is not to be had for a file or a branch that is not there", async () => {
    expect((await fetch(`${sandbox.url}/kitchen/soup/edit/main/minutes/b.md`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/kitchen/soup/edit/other/minutes/a.md`)).status).toBe(404);
  });
});
