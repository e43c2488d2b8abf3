import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Element } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createCheckRun } from "../../sandbox/world/checks.ts";
import { startSandbox } from "./support.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup", { description: "Soup of the day" });
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

async function read(path: string): Promise<string> {
  const response = await fetch(`${sandbox.url}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** Everything in a page that could run: scripts, handlers, and addresses that are code. */
function findActive(page: string): string[] {
  const found: string[] = [];
  visit(unified().use(rehypeParse).parse(page), "element", (node: Element) => {
    const { tagName, properties } = node;
    if (["script", "iframe", "object", "embed", "base", "meta"].includes(tagName)) found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) found.push(`${tagName} ${name}`);
      if (/^\s*(javascript|data|vbscript):/i.test(String(value)) && properties.rel === undefined)
        found.push(`${tagName} ${String(value)}`);
    }
  });
  return found;
}

/** What every page holds of its own. */
const OWN = ["meta", "meta", "script"];

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "[a](javascript:alert(1)) <a href='java\nscript:alert(1)'>b</a>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe><base href=//evil>",
  "<style>*{display:none}</style><form action=//evil><button>x</button></form>",
  "`</code><script>alert(1)</script>` ```\n</pre><script>alert(1)</script>",
].join("\n\n");

describe("pages", () => {
  test("the start page leads to each repository, and it to its files, commits and threads", async () => {
    const sha = sandbox.world.commit(
      "kitchen/soup",
      { "minutes/a.md": "# Hello\n" },
      { message: "Write it down" },
    );
    sandbox.world.addIssue("kitchen/soup", { title: "Salt" });

    expect(await read("/")).toContain(`href="${sandbox.url}/kitchen/soup"`);
    expect(await read("/kitchen/soup")).toContain(`href="${sandbox.url}/kitchen/soup/tree/main/minutes"`);
    expect(await read("/kitchen/soup/tree/main/minutes")).toContain(
      `href="${sandbox.url}/kitchen/soup/blob/main/minutes/a.md"`,
    );
    expect(await read("/kitchen/soup/commits/main")).toContain("Write it down");
    expect(await read(`/kitchen/soup/commit/${sha}`)).toContain("# Hello");
    expect(await read("/kitchen/soup/issues")).toContain(`href="${sandbox.url}/kitchen/soup/issues/1"`);
  });

  test("a file has an anchor at each line, and is rendered where it is Markdown", async () => {
    const sha = sandbox.world.commit("kitchen/soup", { "a.md": "# Hello\n\n- one\n" });

    const plain = await read(`/kitchen/soup/blob/${sha}/a.md?plain=1`);
    const rendered = await read(`/kitchen/soup/blob/${sha}/a.md`);

    expect(plain.match(/id="L\d+"/g)).toEqual(['id="L1"', 'id="L2"', 'id="L3"']);
    expect(rendered).toContain("<li>one</li>");
    expect(await read(`/kitchen/soup/raw/${sha}/a.md`)).toBe("# Hello\n\n- one\n");
  });

  test("a thread shows its comments as GitHub would, hides markers, and links people and issues that exist", async () => {
    sandbox.world.addUser("basil");
    const issue = sandbox.world.addIssue("kitchen/soup", {
      number: 3,
      title: "Salt",
      labels: ["taste"],
      body: "one\ntwo",
    });
    sandbox.world.addComment(
      issue,
      `<!-- marker -->\n@basil @nobody #3 #99 ${sandbox.url}/kitchen/soup/issues/3`,
      {
        author: "minutebook[bot]",
      },
    );

    const page = await read("/kitchen/soup/issues/3");

    expect(page).toContain("one<br>\ntwo");
    expect(page).not.toContain("marker");
    expect(page).toContain(
      `<a href="${sandbox.url}/basil">@basil</a> @nobody <a href="${sandbox.url}/kitchen/soup/issues/3">#3</a> #99`,
    );
    expect(page).toContain(`<a href="${sandbox.url}/kitchen/soup/issues/3">#3</a></p>`);
  });

  test.each([
    ["/kitchen/soup/issues/2", "/kitchen/soup/pull/2"],
    ["/kitchen/soup/pull/1", "/kitchen/soup/issues/1"],
    ["/Kitchen/SOUP/issues/3", "/kitchen/soup/discussions/3"],
  ])("%s leads on to %s", async (from, to) => {
    sandbox.world.addIssue("kitchen/soup");
    sandbox.world.addPull("kitchen/soup");
    sandbox.world.addDiscussion("kitchen/soup");

    const response = await fetch(`${sandbox.url}${from}`);

    expect(response.url).toBe(`${sandbox.url}${to}`);
    expect(response.status).toBe(200);
  });

  test("what is not there is a page that says so", async () => {
    const response = await fetch(`${sandbox.url}/kitchen/soup/issues/77`);

    expect(response.status).toBe(404);
    expect(await response.text()).toContain("The sandbox has nothing at");
  });

  test("hostile texts do nothing on any page", async () => {
    const { world, state } = sandbox;
    world.addLabel("kitchen/soup", "<img src=x onerror=a>", "ff0000", '"><script>x</script>');
    world.addMilestone("kitchen/soup", { title: "<script>1</script>", description: HOSTILE });
    const sha = world.commit(
      "kitchen/soup",
      { "a<b>.md": HOSTILE, "README.md": HOSTILE, "b.txt": HOSTILE },
      { message: HOSTILE },
    );
    const title = '"><script>alert(1)</script>';
    const issue = world.addIssue("kitchen/soup", {
      title,
      body: HOSTILE,
      labels: ["<img src=x onerror=a>"],
      milestone: 1,
    });
    world.addComment(issue, HOSTILE, { author: "<script>" });
    world.addDiscussion("kitchen/soup", { title, body: HOSTILE });
    const output = { title, summary: HOSTILE, text: HOSTILE };
    const run = createCheckRun(state, { kind: "app" }, world.repository("kitchen/soup"), {
      name: title,
      head_sha: sha,
      output,
    });

    const paths = [
      "/",
      "/kitchen/soup",
      "/kitchen/soup/issues",
      "/kitchen/soup/issues/1",
      "/kitchen/soup/discussions/2",
    ];
    paths.push(
      "/kitchen/soup/milestones",
      "/kitchen/soup/milestone/1",
      "/kitchen/soup/labels",
      `/kitchen/soup/runs/${run.id}`,
    );
    paths.push(
      "/kitchen/soup/blob/main/a%3Cb%3E.md",
      "/kitchen/soup/blob/main/b.txt",
      "/kitchen/soup/commits",
      `/kitchen/soup/commit/${sha}`,
    );

    for (const path of paths) expect([path, findActive(await read(path))]).toEqual([path, OWN]);
  });

  test("a browser may run only the sandbox's own script, and may not guess types", async () => {
    sandbox.world.commit("kitchen/soup", { "evil.html": "<script>alert(1)</script>" });

    const { headers } = await fetch(`${sandbox.url}/kitchen/soup/raw/main/evil.html`);

    expect(headers.get("content-security-policy")).toContain(
      "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self';",
    );
    expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("the button of a check run can be pressed", async () => {
    const sha = sandbox.world.commit("kitchen/soup", { a: "a" });
    const actions = [{ label: "Apply", description: "Post it", identifier: "apply" }];
    const repository = sandbox.world.repository("kitchen/soup");
    const run = createCheckRun(sandbox.state, { kind: "app" }, repository, {
      name: "Plan",
      head_sha: sha,
      actions,
    });
    sandbox.world.addInstallation("kitchen");
    sandbox.setWebhook(`${sandbox.url}/hook`);

    await fetch(`${sandbox.url}/kitchen/soup/runs/${run.id}/actions/apply`, { method: "POST" });

    expect(sandbox.deliveries).toMatchObject([
      {
        event: "check_run",
        action: "requested_action",
        payload: { requested_action: { identifier: "apply" } },
      },
    ]);
  });
});
