import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { type BuiltPage, serveBuiltPage } from "./built-page.ts";
import { findViolations, visit } from "./visit.ts";

let built: BuiltPage;
let page: Page;

beforeAll(async () => {
  built = await serveBuiltPage();
});

afterAll(() => built?.stop());

beforeEach(async () => {
  page = await visit(built.url);
  await page.locator(".card").first().waitFor();
});

/** Puts text into an editor as a person would: select all, type. */
async function write(text: string, name = "Minutes"): Promise<void> {
  await page.getByRole("textbox", { name, exact: true }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** A card of this tab. */
function card(text: string | RegExp) {
  return page.locator(".card", { hasText: text });
}

async function openTab(name: string): Promise<void> {
  await page.getByRole("tab", { name }).click();
}

describe("typing minutes", () => {
  test("shows the comment on the issue that they mention", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers vanish, see #41.\n  - DECISION: draw them twice\n");

    await card("lantern-maps/lantern#41").getByText("draw them twice").first().waitFor();
  });

  test("shows an issue for a TODO, with its owner", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers\n  - TODO: Ines to draw the rivers twice\n");
    await openTab("Issues");

    await card(/draw the rivers twice/i)
      .getByText("@ines-tiles")
      .waitFor();
  });

  test("shows the note on a milestone", async () => {
    await write("# Weekly, 2026-03-03\n\n## 2.0\n\n- We keep 2.0 for June.\n");
    await openTab("Milestones");

    await card("2.0").getByText("Discussed in meetings").waitFor();
  });

  test("shows the plan, each step with its reason", async () => {
    await write(
      "# Weekly, 2026-03-03\n\n- Rivers vanish between two lakes in the north of the map, see #41.\n",
    );
    await openTab("Plan");

    const row = page.locator(".plan li", { hasText: "lantern-maps/lantern#41" });
    await row.getByText("Mentioned on line").waitFor();
  });

  test("shows what was read as JSON", async () => {
    await write("# Weekly, 2026-03-03\n\n- Rivers vanish, see #41.\n");
    await openTab("JSON");

    await page.locator(".json").getByText('"number": 41').waitFor();
  });

  test("counts what was found, of each kind", async () => {
    await write("# Weekly, 2026-03-03\n\n- See #41 and #60.\n  - TODO: Ines to look\n");

    await page.getByRole("button", { name: "references 2" }).waitFor();
    await page.getByRole("button", { name: "actions 1" }).waitFor();
  });

  test("writes a warning behind its line", async () => {
    await write("# Weekly\n\nTuesday, 2026-03-04\n\n- See #41.\n");

    await page
      .locator(".cm-line", { hasText: "Tuesday, 2026-03-04" })
      .locator(".line-warning", { hasText: "Wednesday" })
      .waitFor();
  });
});

describe("the two halves", () => {
  beforeEach(async () => {
    const talk = Array.from(
      { length: 60 },
      (_, index) => `- Talk ${index}, in which the rivers vanish between two lakes, see #${100 + index}.`,
    );
    await write(`# Weekly, 2026-03-03\n\n${talk.join("\n")}\n  - TODO: Ines to draw it twice\n`);
    await card("lantern-maps/lantern#100").waitFor();
    await page.keyboard.press("Control+Home");
  });

  test("pointing at a finding shows what comes of it, and what it is", async () => {
    await page.locator(".found-reference", { hasText: "#110" }).hover();

    await expectInView(page.locator(".card.active", { hasText: "lantern-maps/lantern#110" }));
    await page.locator(".found-tooltip", { hasText: "lantern-maps/lantern#110" }).waitFor();
  });

  test("pointing at a card shows where it comes from", async () => {
    await card("lantern-maps/lantern#102").hover();

    await expectInView(page.locator(".found-active", { hasText: "#102" }));
  });

  test("the cursor in an action opens the tab with its issue", async () => {
    await page.getByRole("button", { name: /^actions/ }).click();

    await page.locator(".card.active", { hasText: /draw it twice/i }).waitFor();
    await expectInView(page.locator(".found-action", { hasText: "draw it twice" }));
  });

  test("the keyboard goes there and back", async () => {
    await page.getByRole("button", { name: /^references/ }).click();
    await page.keyboard.press("Control+Enter");
    await page.locator(".card:focus", { hasText: "lantern-maps/lantern#100" }).waitFor();
    await page.locator(".found-active", { hasText: "#100" }).waitFor();

    await page.keyboard.press("Escape");

    await page.locator("#minutes .cm-focused").waitFor();
  });

  test("a line that a card names is a step away", async () => {
    await card("lantern-maps/lantern#105")
      .getByRole("button", { name: "Go to line 8 of the minutes" })
      .click();

    await expectInView(page.locator(".cm-activeLine", { hasText: "Talk 5," }));
  });

  test("a link to the minutes leads to the line, since they are pushed nowhere", async () => {
    await card("lantern-maps/lantern#105").hover();
    await card("lantern-maps/lantern#105").getByRole("link", { name: "Weekly" }).click();

    await expectInView(page.locator(".cm-activeLine", { hasText: "Talk 5," }));
    expect(page.url()).toBe(built.url);
  });

  async function expectInView(locator: ReturnType<Page["locator"]>): Promise<void> {
    const found = locator.first();
    await found.waitFor();
    await page.waitForFunction(
      (element) => {
        const { top, bottom } = (element as Element).getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight;
      },
      await found.elementHandle(),
    );
  }
});

describe("the configuration", () => {
  beforeEach(() => page.getByText("Configuration").first().click());

  test("is marked where it is wrong", async () => {
    await write("minuts: [a]\n", "Configuration");

    await page.getByText("1 error").waitFor();
    await page.locator(".cm-lintRange-error").first().waitFor();
  });

  test("is completed from the schema: keys, keys in keys, and values", async () => {
    await write("", "Configuration");

    await page.keyboard.type("mod", { delay: 20 });
    await accept("mode");
    await page.keyboard.type("re", { delay: 20 });
    await accept("review");
    await page.keyboard.type("\ncomments:\n  un", { delay: 20 });
    await page.getByRole("option", { name: "unreferenced" }).waitFor();
  });

  /** A list that has just come up takes no key for a moment, lest somebody who types on accepts what they never saw. */
  async function accept(name: string): Promise<void> {
    await page.getByRole("option", { name }).waitFor();
    await page.waitForTimeout(150);
    await page.keyboard.press("Enter");
  }

  test("counts at once", async () => {
    await write("# Weekly, 2026-03-03\n\n- See #41.\n");
    await write("repository: orchard/apple\n", "Configuration");

    await card("orchard/apple#41").waitFor();
  });
});

describe("minutes come", () => {
  test("from an example", async () => {
    await page.getByLabel("Example").selectOption("A meeting about documentation");

    await card("lantern-maps/docs#").first().waitFor();
  });

  test("from a file, whatever its ends of line", async () => {
    const buffer = Buffer.from("# Weekly, 2026-03-03\r\n\r\n- One\r\n- Two\r\n- See #77.\r\n");
    await page.locator("#file").setInputFiles({ name: "2026-03-03.md", mimeType: "text/markdown", buffer });

    await card("lantern-maps/lantern#77").waitFor();
    expect(await page.locator(".found-reference").allTextContents()).toEqual(["#77"]);
    expect(await page.getByLabel("Path").inputValue()).toBe("2026-03-03.md");
  });

  test("from a file that is dropped", async () => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["# Weekly, 2026-03-03\n\n- See #78.\n"], "dropped.md"));
      document
        .querySelector("#minutes .cm-content")
        ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });

    await card("lantern-maps/lantern#78").waitFor();
  });

  test("from a link that holds them in its fragment", async () => {
    await write("# Weekly, 2026-03-03\n\n- About #58.\n");
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.waitForURL(/#draft=/);

    const other = await visit(page.url());

    await other.locator(".card", { hasText: "lantern-maps/lantern#58" }).waitFor();
  });

  test("not from a link that was cut off, and that is said", async () => {
    const other = await visit(`${built.url}#draft=q1YqSyzKTFGyUkpUqgUA`);

    await other.getByText("This link is incomplete").waitFor();
  });
});

test.each([
  [
    "script and markup",
    [
      "# <img src=x onerror=alert(1)> meeting, 2026-03-03",
      "",
      "- <script>alert(2)</script> see #41 and [click](javascript:alert(3)) <base href='//evil.example'>",
      "  - DECISION: <svg onload=alert(4)> ![x](javascript:alert(5)) ![y](https://evil.example/p.png)",
      "  - TODO: Ines <iframe srcdoc='<script>alert(6)</script>'></iframe> to look",
      "  - <form action='https://evil.example'><input name=a></form><style>body{display:none}</style>",
      "  - <a href='data:text/html,<script>alert(7)</script>' style='position:fixed'>x</a> #42",
      "",
      "## <details open ontoggle=alert(8)>2.0</details>",
      "",
      "- \u202e 2.0 is for <a id=minutes name=right href='vbscript:alert(9)'>June</a>",
    ].join("\n"),
  ],
  [
    "a line of half a megabyte",
    `# Weekly, 2026-03-03\n\n- See #41 ${"lorem [ipsum](dolor) **sit** ".repeat(18_000)}\n`,
  ],
  [
    "hundreds of nested quotes and lists",
    `# Weekly, 2026-03-03\n\nSee #41: rivers vanish between two lakes in the north.\n\n${"> ".repeat(300)}x\n${"- ".repeat(300)}y\n`,
  ],
])(
  "hostile minutes do nothing: %s",
  async (_, text) => {
    await write(text);
    await card("lantern-maps/lantern#41").waitFor({ timeout: 60_000 });
    for (const name of ["Issues", "Milestones", "Plan", "JSON", "Comments"]) await openTab(name);
    await card("lantern-maps/lantern#41").getByText("24 February 2026").waitFor({ timeout: 60_000 });

    const harmful = await page.evaluate(
      () =>
        document.querySelectorAll(
          "#right script, #right iframe, #right form, #right style, #right base, #right img, #right [style], #right svg[onload], #right [onerror], #right [onload], #right [ontoggle], #right a:not([href^='http'], [href^='#'], [target])[href]",
        ).length,
    );
    expect(harmful).toBe(0);
  },
  90_000,
);

test("tabs work with the arrow keys", async () => {
  await page.getByRole("tab", { name: /Comments/ }).focus();
  await page.keyboard.press("ArrowRight");

  expect(await page.getByRole("tab", { name: /Issues/ }).getAttribute("aria-selected")).toBe("true");
});

test("Tab leaves the editor", async () => {
  await page.getByRole("textbox", { name: "Minutes", exact: true }).focus();
  await page.keyboard.press("Tab");

  expect(await page.evaluate(() => document.activeElement?.closest("#minutes") ?? null)).toBeNull();
});

describe("for everybody", () => {
  const tabs = ["Comments", "Issues", "Milestones", "Plan", "JSON"];

  test.each(["light", "dark"] as const)(
    "has no violations that axe knows, %s, on any tab",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.getByText("Configuration").first().click();
      await page.locator("#config .cm-content").waitFor();
      await page.getByRole("button", { name: /^references/ }).click();
      const found = [];
      for (const name of tabs) {
        await openTab(name);
        await page.locator(".markdown:not(:empty), .plan li, .json .cm-line").first().waitFor();
        found.push(...(await findViolations(page)).map((violation) => `${name}: ${violation}`));
      }

      expect(found).toEqual([]);
    },
    60_000,
  );

  test("fits a phone, on any tab", async () => {
    await page.setViewportSize({ width: 360, height: 700 });

    for (const name of tabs) {
      await openTab(name);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([name, overflow]).toEqual([name, 0]);
    }
    expect(await findViolations(page)).toEqual([]);
  });
});

test("lists the licenses of its libraries in a file, including those of the worker", async () => {
  const text = await (await fetch(`${built.url}licenses.md`)).text();

  for (const name of ["preact", "@codemirror/view", "zod", "unified"])
    expect(text).toMatch(new RegExp(`^## ${name} [\\d.]+ \\(MIT\\)$`, "m"));
});

test("works in a folder of a web host", async () => {
  const folder = await serveBuiltPage("/team/minutebook");
  const other = await visit(folder.url);

  await other.locator(".card .markdown:not(:empty)").first().waitFor();
  await folder.stop();
});
