import { expect, test } from "@jest/globals";
import { clock } from "../../../src/cli/doctor/checks/clock.ts";
import type { Doctor } from "../../../src/cli/doctor/doctor.ts";

const NOW = Date.UTC(2026, 2, 2, 12, 0, 0);

/** What the check says where GitHub's clock is so many seconds ahead. */
async function lookAt(aheadSeconds: number | null) {
  const date = aheadSeconds === null ? null : new Date(NOW + aheadSeconds * 1000).toUTCString();
  const doctor: Doctor = {
    env: {},
    cwd: "",
    greeting: { url: "https://api.github.com", date, error: null },
    app: null,
    token: null,
    github: null,
    repository: null,
    replay: [],
    now: () => NOW,
  };
  return (await clock.look(doctor))[0];
}

test.each([
  [0, "ok", /the clock is right/],
  [9, "ok", /the clock is right/],
  [30, "warning", /30 s behind GitHub's/],
  [-30, "warning", /30 s ahead of GitHub's/],
  [90, "problem", /90 s behind GitHub's\. GitHub refuses the app's signature/],
  [-3600, "problem", /3600 s ahead of GitHub's/],
])("a clock next to which GitHub's is %s s ahead: %s", async (seconds, status, message) => {
  const finding = await lookAt(seconds);

  expect(finding).toMatchObject({ status, message: expect.stringMatching(message) });
  expect(finding?.remedy ?? "").toMatch(status === "ok" ? /^$/ : /NTP/);
});

test("an answer without a date is reported", async () => {
  expect(await lookAt(null)).toMatchObject({ status: "warning" });
});
