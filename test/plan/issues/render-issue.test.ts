import { describe, expect, test } from "@jest/globals";
import { fileOf, issuesOf, plan } from "../builders.ts";

/** The body of the one issue that minutes open, without its markers. */
function body(...lines: readonly string[]): string {
  const source = ["# Kite club 2021-03-04", "", ...lines, ""].join("\n");
  const [step] = issuesOf(plan([fileOf(source)]));
  return (step?.body ?? "").replaceAll(/<!--[\s\S]*?-->/g, "");
}

describe("the body of an issue", () => {
  test("has the task once, where its quote says more", () => {
    const made = body("- TODO: Mona to order long strings for the kites", "  - red ones if they have any");

    expect(made).not.toContain("What:");
    expect(made.match(/order long strings/g)).toHaveLength(1);
    expect(made).toContain("red ones");
    expect(made).toContain("**Who:** Mona");
  });

  test("has the task where nothing is quoted", () => {
    const made = body("- TODO: Mona to order long strings for the kites");

    expect(made.match(/order long strings/g)).toHaveLength(1);
    expect(made).toContain("**What:**");
  });

  test("quotes nothing that was said before a task that can be understood", () => {
    const made = body(
      "- The picnic was nice and sunny",
      "- TODO: Mona to order long strings for the kites",
      "  - red ones if they have any",
    );

    expect(made).not.toContain("picnic");
  });

  test("quotes the line above that says what a task points at", () => {
    const made = body(
      "The guide to long strings is out of date.",
      "",
      "TODO: Mona to update it for the kites",
    );

    expect(made).toContain("guide to long strings");
  });
});
