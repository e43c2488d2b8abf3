import { expect, test } from "@jest/globals";
import { defaultConfig } from "../../../src/config/defaults.ts";
import { snapshotRequest } from "../../../src/plan/snapshot-request.ts";
import {
  applied,
  config,
  fileOf,
  milestoneOf,
  MINUTES,
  PATH,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  summaryOf,
  TARGET,
} from "../builders.ts";

const MEETING = "# Lamp team\n\n- #1 the lamp flickers\n- TODO: Mona to buy oil for the lamp\n";
const AGENDA = "# Agenda of the lamp team\n\n- #1 the lamp flickers\n- TODO: Mona to buy oil for the lamp\n";
const POSTED = [
  "create label meeting-action",
  "create issue Buy oil for the lamp",
  `create comment ${TARGET}#1`,
];

const noticesOf = ({ notices }: ReturnType<typeof plan>) =>
  notices.map(({ level, code, path, values }) => ({ level, code, path, values }));

test("minutes of a day after today are an agenda: nothing is posted, and the check run says so", () => {
  const made = plan([fileOf(MEETING)], { today: "2021-03-03" });

  expect(summaryOf(made)).toEqual([]);
  expect(noticesOf(made)).toEqual([
    { level: "info", code: "agenda-ahead", path: PATH, values: { date: "2021-03-04" } },
  ]);
});

test.each(["2021-03-04", "2021-03-05", undefined])(
  "minutes of a day that isn't after %s are posted",
  (today) => {
    const made = plan([fileOf(MEETING)], today === undefined ? {} : { today });

    expect(summaryOf(made)).toEqual(expect.arrayContaining(POSTED.slice(1)));
    expect(noticesOf(made)).toEqual([]);
  },
);

test("no issue that an agenda mentions is asked of GitHub", () => {
  const asked = { repository: MINUTES, config, files: [fileOf(MEETING)] };
  const threadsOn = (today: string) => snapshotRequest({ ...asked, today }).repositories[TARGET]?.threads;

  expect(threadsOn("2021-03-04")).toEqual([1]);
  expect(threadsOn("2021-03-03")).toEqual([]);
});

test("an agenda that is pushed again once its day has come is posted, although it didn't change", () => {
  const made = plan([fileOf(`${MEETING}\n`, MEETING)], { before: FIRST_PUSH, today: "2021-03-05" });

  expect(summaryOf(made)).toEqual(expect.arrayContaining(POSTED.slice(1)));
});

const FIRST_PUSH = SECOND;

test("what was posted stays where somebody gives the minutes a later day by mistake", () => {
  const first = plan([fileOf(MEETING)]);
  const snapshot = snapshotOf(applied(repositoryOf(), first));

  const made = plan([fileOf(MEETING, MEETING)], { before: FIRST_PUSH, snapshot, today: "2021-03-03" });

  expect(summaryOf(made)).toEqual([]);
});

test("a file that calls itself an agenda is none of the minutes, whenever its day is", () => {
  const made = plan([fileOf(AGENDA)], { today: "2026-01-01" });

  expect(summaryOf(made)).toEqual([]);
  expect(noticesOf(made)).toEqual([{ level: "info", code: "agenda", path: PATH, values: {} }]);
});

test("once somebody attended, it is minutes", () => {
  const made = plan([fileOf(AGENDA.replace("\n\n", "\n\nPresent: Mona\n\n"), AGENDA)], {
    before: FIRST_PUSH,
  });

  expect(summaryOf(made)).toEqual(expect.arrayContaining(POSTED.slice(1)));
});

test.each([
  ["titles and links alone", "- 1.0: #1 Flickering lamp\n- #2 Oil\n", []],
  ["a short sentence about it", "- We keep 1.0 for June.\n", ["1.0"]],
  ["a sentence about it", "- 1.0: #1 the lamp flickers whenever the door of the kitchen opens.\n", ["1.0"]],
])("a milestone lists a meeting that has %s: %s", (_what, lines, titles) => {
  const repository = repositoryOf({ milestones: [milestoneOf("1.0")] });
  const settings = { ...config, comments: defaultConfig.comments };

  const { steps } = plan([fileOf(`# Lamp team\n\n${lines}`)], {
    config: settings,
    snapshot: snapshotOf(repository),
  });

  expect(steps.flatMap((step) => (step.kind === "milestone" ? [step.title] : []))).toEqual(titles);
});
