import { expect, test } from "@jest/globals";
import { toConfig } from "../../../src/config/to-config.ts";
import { configSchema } from "../../../src/config/schema.ts";
import { readingOptions } from "../../../src/config/reading-options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { findNotices } from "../../../src/plan/policy/notices.ts";

/** The notices about people in minutes of one file. */
function noticesOf(body: string, file: object = {}) {
  const config = toConfig(configSchema.parse(file));
  const path = "meetings/2026-01-12.md";
  const options = readingOptions(config, path, { repository: "acme/minutes", milestones: null });
  const meeting = readMinutes(path, `# Weekly\n\n${body}`, options);
  const change = { path, previousPath: null, previous: null, meeting, problem: null };
  return findNotices([change], config).filter(({ code }) => code === "unknown-person");
}

const ACTIONS = "- TODO: Ada to tag it\n- TODO: Linus to paint it\n- TODO: Ada to sell it\n- TODO: sweep";

test("where nobody's login is known, one warning says that nobody will be assigned", () => {
  expect(noticesOf(ACTIONS)).toEqual([
    {
      level: "warning",
      path: "meetings/2026-01-12.md",
      line: 3,
      code: "unknown-person",
      values: { owners: "Ada, Linus" },
      text: expect.stringMatching(/^No GitHub login is known for Ada, Linus, so nobody is assigned\./),
    },
  ]);
});

test("where some are known, each of the others has a warning of its own", () => {
  expect(noticesOf(`Present: Ada (@ada), Linus\n\n${ACTIONS}`).map(({ line }) => line)).toEqual([6]);
  expect(noticesOf(ACTIONS, { people: { Ada: "ada" } }).map(({ line }) => line)).toEqual([4]);
});

test.each([
  ["nobody owns an action", "- TODO: sweep", {}],
  ["all is done", "- TODO: Ada to tag it -- DONE", {}],
  ["nobody is to be assigned", ACTIONS, { actions: { assign: false } }],
  ["no issues are opened", ACTIONS, { actions: { enabled: false } }],
])("there is none where %s", (_why, body, file) => {
  expect(noticesOf(body, file)).toEqual([]);
});
