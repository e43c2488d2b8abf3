import { expect, test } from "@jest/globals";
import { fileOf, plan } from "../builders.ts";

const bodyOn = (source: string, number: number): string =>
  plan([fileOf(source)]).steps.flatMap((step) =>
    step.kind === "comment" && step.target.number === number ? [step.body ?? ""] : [],
  )[0] ?? "";

test("a decision that a summary says first is listed on its issue too", () => {
  const source =
    "## Summary\n\n- RESOLVED: glue the lid to the big pot\n\n## Lids (#1)\n\nThey are loose.\n\nRESOLVED: glue the lid to the big pot";

  expect(bodyOn(source, 1)).toMatch(/\*\*Decided\*\*\n\n- \[glue the lid/);
});

test.each([
  ["RESOLVED: publish a draft of the Lid Method", "RESOLVED: publish a draft of the Pot Method"],
  ["RESOLVED: merge it after the call", "RESOLVED: merge it after the call"],
])("each issue receives its own decision, however alike they are", (one, other) => {
  const source = `## Lids (#1)\n\nThey are loose.\n\n${one}\n\n## Pots (#2)\n\nThey drip.\n\n${other}`;

  expect(bodyOn(source, 1)).toContain("**Decided**");
  expect(bodyOn(source, 2)).toContain("**Decided**");
});
