import { expect, test } from "@jest/globals";
import { asWordedNow } from "../../../src/plan/issues/earlier-words.ts";
import { fileOf, issuesOf, plan, repositoryOf, snapshotOf } from "../builders.ts";

/** The body of an issue that is opened for an action. */
function bodyOf(action: string, assignable: readonly string[]): string {
  const snapshot = snapshotOf(repositoryOf({ assignable: [...assignable] }));
  return issuesOf(plan([fileOf(`# Sync 2021-03-04\n\n- ${action}\n`)], { snapshot }))[0]?.body ?? "";
}

test.each([
  [
    "- **Not assigned:** GitHub does not list the login that is known as assignable in this repository",
    bodyOf("TODO: Mona to tag the release of pots", []),
  ],
  [
    "- **Not assigned:** GitHub does not list 1 of the 2 logins that are known as assignable in this repository",
    bodyOf("TODO: Mona and Hubot to tag the release of pots", ["hubot"]),
  ],
])("a line of earlier versions is known as the one of now: %s", (line, body) => {
  expect(asWordedNow(line)).not.toBe(line);
  expect(body.split("\n")).toContain(asWordedNow(line));
});

test.each([
  ["- **Done,** say the minutes", "- **Status:** done"],
  ["- **Dropped,** say the minutes", "- **Status:** dropped"],
  ["- **Done,** say the minutes, and Ada agrees", "- **Done,** say the minutes, and Ada agrees"],
])("%s is worded %s now", (earlier, now) => {
  expect(asWordedNow(earlier)).toBe(now);
});
