import { describe, expect, test } from "@jest/globals";
import { fileOf, issuesOf, plan } from "../builders.ts";

/** The titles of the issues that minutes open; null: an action opens none. */
function titles(...lines: readonly string[]): readonly (string | null)[] {
  const source = ["# Kite club 2021-03-04", "", ...lines, ""].join("\n");
  return issuesOf(plan([fileOf(source)])).map(({ action, title }) => (action === "create" ? title : null));
}

describe("a title has", () => {
  test("no list of those present", () => {
    const lines = [
      "Present: Nia (@nia-k), Tam (@tam-t)",
      "",
      "- TODO: Nia to send the invitations for the next round",
    ];

    expect(titles(...lines)).toEqual(["Send the invitations for the next round"]);
  });

  test("no day, no meeting and no frame", () => {
    expect(titles("## 4 March 2021", "", "### Action items", "", "- TODO: Mona to follow up")).toEqual([
      null,
    ]);
    expect(titles("## Next steps", "", "- TODO: Mona to fix it")).toEqual([null]);
    expect(titles("## Kite club", "", "- TODO: Mona to look into this")).toEqual([null]);
  });

  test("no name of somebody whose part it is in", () => {
    expect(titles("## Strings", "", "### Mona", "", "- TODO: follow up on the first one")).toEqual([
      "Follow up on the first one: Strings",
    ]);
  });

  test("no host", () => {
    expect(titles("- TODO: Mona to translate the landing page: https://example.org/")).toEqual([
      "Translate the landing page",
    ]);
  });

  test("what the same line says in front of it", () => {
    expect(titles("- The guide to long strings is out of date. (Action: open an issue)")).toEqual([
      "Open an issue: The guide to long strings is out of date",
    ]);
  });

  test("the item that it is under", () => {
    expect(
      titles("- Long strings", "  - everybody has one", "  - TODO: Mona to add prose and examples"),
    ).toEqual(["Add prose and examples: Long strings"]);
  });

  test("the title of the issue that it is about", () => {
    expect(titles("- Strings break (#1)", "  - TODO: Mona to fix it")).toEqual(["Fix “Issue 1” (#1)"]);
  });
});

test("an edit elsewhere does not change a title", () => {
  const [before] = titles("- Long strings", "  - TODO: Mona to add prose and examples");
  const [after] = titles(
    "- News",
    "- Long strings",
    "  - no one minds",
    "  - TODO: Mona to add prose and examples",
  );

  expect(after).toBe(before);
});
