import { describe, expect, test } from "@jest/globals";
import { namesDecisions } from "../../../src/minutes/decisions/listed.ts";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { minutes } from "../actions/read.ts";

const options = { ...defaultReadingOptions, repository: "acme/engine" };

function decided(body: string): readonly string[] {
  const { decisions } = readMinutes("meetings/2024-05-15.md", minutes(body), options);
  return decisions.filter(({ explicit }) => explicit).map(({ text }) => text);
}

describe("a label", () => {
  test.each([
    "Decisions",
    "Decisions made:",
    "5. Resolutions",
    "Key decisions",
    "Decisions & actions",
    "Decisions and action items",
    "Agreements reached",
    "Resolutions of the meeting",
    "Decisions of this call",
    "Decisions (2)",
    "Decisions – 15 May 2024",
    "Resolution",
    "Conclusion:",
  ])("names a list of decisions: %s", (label) => {
    expect(namesDecisions(label)).toBe(true);
  });

  test.each([
    "Resolution of the photos",
    "Resolutions for the new camera",
    "Decision on the release day",
    "Decision: who buys the lid",
    "Agreement with the city",
    "DID Resolution",
    "Resolution workflow",
    "Resolution (of the photos) and storage",
    "Agreed next steps",
    "Conclusions of Ada's report",
  ])("names a topic: %s", (label) => {
    expect(namesDecisions(label)).toBe(false);
  });
});

describe("what is below the title of a topic is talk", () => {
  test.each([
    "Resolution of the photos (#12)",
    "Decision on the photos",
    "Resolutions",
    "Decisions",
    "Conclusion",
  ])("%s", (title) => {
    const talk =
      "Ada: they are blurred\n\nGrace: 300 dpi would do\n\nRESOLVED: take new photos\n\nAda: thank you, bye";

    expect(decided(`## ${title}\n\n${talk}`)).toEqual(["take new photos"]);
  });

  test.each(["Resolution of the photos", "Decision on the photos", "Agreed next steps"])(
    "in a list too: %s",
    (title) => {
      expect(decided(`## ${title}\n\n- they are blurred\n- 300 dpi would do`)).toEqual([]);
    },
  );

  test("and in a table", () => {
    expect(
      decided("## Resolution of the photos\n\n| Photo | Size |\n| --- | --- |\n| lid | 300 dpi |"),
    ).toEqual([]);
  });

  test.each([
    "I think that the lid is fine",
    "We talked about it for an hour and Ada suggested glue",
    "Should we glue it? Nobody knows",
    "To be decided next week",
    "no decisions",
    "thanks to all",
  ])("among decisions: %s", (line) => {
    expect(decided(`## Decisions\n\n- glue the lid\n- ${line}`)).toEqual(["glue the lid"]);
  });

  test("beside those that have marks", () => {
    expect(decided("## Decisions\n\n- the pot is old\n- RESOLVED: glue the lid\n- the lid is older")).toEqual(
      ["glue the lid"],
    );
  });

  test("in a long paragraph, or one that leads to a list", () => {
    const long = "The lid has been loose since the summer, and the pot is old. ".repeat(6);

    expect(
      decided(`## Decisions\n\n${long}\n\nWhat follows stands in the register:\n\n- glue the lid`),
    ).toEqual(["glue the lid"]);
  });

  test("under a topic of its own among the decisions, unless it is worded as settled", () => {
    expect(decided("## Decisions\n\n### Lids\n\n- the big pot's lid\n- the lid will be glued")).toEqual([
      "the lid will be glued",
    ]);
  });

  test("of the meeting before", () => {
    expect(decided("## Decisions from the last meeting\n\n- glue the lid")).toEqual([]);
  });

  test("on an agenda", () => {
    expect(decided("## Agenda\n\n- Decisions\n  - the lid of the big pot")).toEqual([]);
  });
});

test("a word in capitals that continues as a topic is no mark", () => {
  expect(
    decided("- RESOLUTION of the photos\n- DECISION making\n- CONSENSUS needed\n- DECISION glue the lid"),
  ).toEqual(["glue the lid"]);
});

test("what is in a list of decisions is one", () => {
  expect(decided("## Decisions\n\n- glue the lid\n- The pot stays\n\nWe buy no more tea.")).toEqual([
    "glue the lid",
    "The pot stays",
    "We buy no more tea.",
  ]);
  expect(decided("Decisions:\n\n- [ ] glue the lid\n- [ ] keep the pot")).toEqual([
    "glue the lid",
    "keep the pot",
  ]);
});
