import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeTask } from "../../../src/language/task.ts";
import { titleOf } from "../../../src/plan/issues/title.ts";
import type { TitleContext } from "../../../src/plan/issues/title-context.ts";

const nothing: TitleContext = {
  issueOn: () => null,
  issueAbout: null,
  numberAbout: null,
  lead: null,
  below: [],
  topics: [],
  frames: new Set(),
  people: [],
  actionLines: new Set(),
};

interface Surroundings {
  readonly owners?: readonly string[];
  readonly due?: string;
  /** Nearest first, on lines 10, 9, 8 … */
  readonly above?: readonly string[];
  readonly topic?: readonly string[];
}

function title(
  text: string,
  { owners = [], due, above = [], topic = [] }: Surroundings = {},
  context = nothing,
): string | null {
  const lines = above.map((said, index) => ({ line: 10 - index, text: said }));
  const task = describeTask({ text, owners, due: due ?? null });
  return titleOf({ ...task, owners, context: lines }, { ...context, topics: topic });
}

describe("a title", () => {
  test.each<[string, string[], string]>([
    ["Mona will water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona to water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona: water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona - to water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona needs to water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona and Hubot will water the plants on the roof", ["Mona", "Hubot"], "Water the plants on the roof"],
    ["Mona, Hubot & Octo to water the roof plants", ["Mona", "Hubot", "Octo"], "Water the roof plants"],
    ["@mona-lisa to water the plants on the roof", ["mona-lisa"], "Water the plants on the roof"],
    ["Mona takes the action to water the roof plants", ["Mona"], "Water the roof plants"],
    ["water the plants on the roof (Mona)", ["Mona"], "Water the plants on the roof"],
    ["we should water the plants on the roof", [], "Water the plants on the roof"],
    ["need to water the plants on the roof", ["Mona"], "Water the plants on the roof"],
    ["Mona waters the plants on the roof", ["Mona"], "Mona waters the plants on the roof"],
    ["Monika to water the plants on the roof", ["Mona"], "Monika to water the plants on the roof"],
  ])("of %j is a task without its owner", (text, owners, expected) => {
    expect(title(text, { owners })).toBe(expected);
  });

  test("does not say when, where the due date does", () => {
    expect(title("Mona to water the roof plants by Friday", { owners: ["Mona"], due: "2021-03-05" })).toBe(
      "Water the roof plants",
    );
    expect(title("Mona to water the roof plants by spring", { owners: ["Mona"] })).toBe(
      "Water the roof plants by spring",
    );
  });

  test("has no Markdown", () => {
    expect(
      title("**Update** `setup.md` and [the guide](https://example.org/guide) for ~~old~~ new _gardeners_"),
    ).toBe("Update setup.md and the guide for old new gardeners");
    expect(title("[Mona to open a bug about search] -- see (")).toBe(
      "Mona to open a bug about search -- see",
    );
    expect(title("Reply to https://github.com/octo-org/app/issues/12#issuecomment-1")).toBe(
      "Reply to octo-org/app#12",
    );
  });

  test("is the first of several sentences that can be understood alone", () => {
    expect(title("Water the plants on the roof. They look very dry. Nobody did for weeks")).toBe(
      "Water the plants on the roof",
    );
  });

  test("keeps names of files and programs as they are written", () => {
    expect(title("setup.md has to name the new compiler")).toBe("setup.md has to name the new compiler");
  });

  test("takes what it belongs to along, as a sentence where the words allow it", () => {
    expect(
      title("Mona will look today", {
        owners: ["Mona"],
        due: "2021-03-04",
        above: ["would like the survey of gardens (draft). It would help."],
      }),
    ).toBe("Look at the survey of gardens (draft)");
    expect(title("Hubot to follow up", { owners: ["Hubot"], above: ["the insurance for volunteers"] })).toBe(
      "Follow up on the insurance for volunteers",
    );
    expect(title("open an issue for this", { above: ["the watering schedule of August"] })).toBe(
      "Open an issue for the watering schedule of August",
    );
    expect(title("open an issue for this", { above: ["the watering schedule is confusing"] })).toBe(
      "Open an issue for this: the watering schedule is confusing",
    );
  });

  test("takes along the issue that the line above mentions, by its title", () => {
    const context: TitleContext = {
      ...nothing,
      issueOn: (line) => (line === 10 ? "“Sprinkler leaks” (#12)" : null),
    };

    expect(title("Mona to review", { owners: ["Mona"], above: ["only one thing left, #12"] }, context)).toBe(
      "Review “Sprinkler leaks” (#12)",
    );
  });

  test("takes no other action along", () => {
    const context = { ...nothing, actionLines: new Set([10]) };
    const above = ["Hubot to order new seeds for spring", "garden party in summer"];

    expect(title("Mona to nudge people", { owners: ["Mona"], above }, context)).toBe(
      "Nudge people: garden party in summer",
    );
    expect(
      title("Mona to nudge people", {
        owners: ["Mona"],
        above: ["TODO: order new seeds", "garden party in summer"],
      }),
    ).toBe("Nudge people: garden party in summer");
  });

  test("takes the topic along where nothing nearer says anything", () => {
    expect(title("Mona to follow up", { owners: ["Mona"], above: ["Mona:"], topic: ["Budget"] })).toBe(
      "Follow up: Budget",
    );
  });

  test("names the issue that it points at", () => {
    const context = { ...nothing, issueAbout: "“Lids” (#12)", numberAbout: "#12" };

    expect(
      title("Mona to find a map that shows it and attach it to the ticket", { owners: ["Mona"] }, context),
    ).toBe("Find a map that shows it and attach it to the ticket (#12)");
    expect(title("change the text of this PR and clarify the scope", {}, context)).toBe(
      "Change the text of this PR and clarify the scope: “Lids” (#12)",
    );
    expect(title("deal with it in the issue they've opened", {}, context)).toMatch(/#12\)$/);
    expect(title("deal with it", {}, { ...context, issueAbout: null })).toBe("Deal with it (#12)");
    expect(title("water the plants on the roof", {}, context)).toBe("Water the plants on the roof");
    expect(title("see whether it fixes #13 as well", {}, context)).toBe("See whether it fixes #13 as well");
  });

  test.each([
    ["Mona to fix it", ["Mona"]],
    ["look into this", []],
    ["Ping them", []],
    ["Tag it ASAP", []],
    ["Update the PR", []],
    ["Mona to continue the discussion in GitHub", ["Mona"]],
    ["take the action", []],
    ["yes, the roof of the house is leaking again", []],
    ["I'd like to look at the leaking roof", []],
  ])("is none where nobody can tell what %j is about", (text, owners) => {
    expect(title(text, { owners })).toBeNull();
    expect(title(text, { owners, above: ["Mona:", "sounds good"], topic: [] })).toBeNull();
  });

  test.each([
    ["a date", ["Tue 10"]],
    ["an answer", ["yes, of course the old hoses"]],
    ["an address", ["https://example.org/hoses"]],
    ["a repository", ["octo-org/minutes"]],
    ["people", ["Ada, Grace and Mona"]],
    ["a frame", ["Action items from last meeting"]],
    ["a bare pointer", ["this one again"]],
    ["initials", ["PG"]],
  ])("takes no %s along", (_what, above) => {
    const context = { ...nothing, people: ["Ada", "Grace", "Mona"] };

    expect(title("Mona to follow up", { owners: ["Mona"], above }, context)).toBeNull();
    expect(title("Mona to follow up", { owners: ["Mona"], above, topic: ["Hoses"] }, context)).toBe(
      "Follow up: Hoses",
    );
  });

  test("names the issue whose number says all", () => {
    const context = { ...nothing, issueAbout: "“Lids” (#12)", numberAbout: "#12" };

    expect(title("Mona to review #12", { owners: ["Mona"] }, context)).toBe("Review “Lids” (#12)");
    expect(title("comment on octo-org/app#12 and close", {}, context)).toBe(
      "Comment on “Lids” (#12) and close",
    );
    expect(title("review #12")).toBe("Review #12");
  });

  test.each([
    ["can we find lids that fit the rain barrels?", []],
    ["Can we move the rain barrels, with new lids?", ["Mona"]],
    ["Any seeds that need to be ordered for the roof", []],
    ["How often is the roof watered by volunteers?", []],
    ["Score board to encourage gardeners", []],
    ["Lids for the rain barrels", []],
  ])("is none of the question or the mere thing %j", (text, owners) => {
    expect(title(text, { owners })).toBeNull();
  });

  test("may be a thing that somebody takes on", () => {
    expect(title("lids for the rain barrels", { owners: ["Mona"] })).toBe("Lids for the rain barrels");
  });

  test("is none where nobody can tell who is meant", () => {
    expect(title("get back to him after the freeze", { topic: ["Rain barrels"] })).toBeNull();
    expect(title("Mona has some questions about rain barrels", { owners: ["Mona"] })).toBeNull();
  });

  test("takes what its line says in front of it along, before all else", () => {
    const context = { ...nothing, lead: "The guide to pots is out of date" };

    expect(title("open an issue", { above: ["garden party in summer"] }, context)).toBe(
      "Open an issue: The guide to pots is out of date",
    );
  });

  test("takes what hangs below it along", () => {
    const lead = "Full board discussion: AB, CD: seems no problem to change the hoses";
    const context = { ...nothing, lead, below: ["- broken hoses", "- lost keys"] };

    expect(title("open new tickets for:", { above: ["garden party in summer"] }, context)).toBe(
      "Open new tickets: broken hoses",
    );
  });

  test("takes the item that it is under along, and not what was said before it", () => {
    const item = "#31: Lids for the rain barrels";

    expect(title("add prose and examples", { above: ["voted on by everybody", item], topic: [item] })).toBe(
      "Add prose and examples: Lids for the rain barrels (#31)",
    );
  });

  test.each([
    [
      "request more info from the board",
      "#31: can this be ordered now?",
      "Request more info from the board (#31)",
    ],
    ["Review this ticket", "#31: which lids do we need?", "Review #31"],
    ["Update with new colors", "PR #31: (red, green and blue)", "Update with new colors (#31)"],
    ["add prose and examples", "PR #31: Lids for barrels", "Add prose and examples: Lids for barrels (#31)"],
    ["add prose and examples", "Lids for barrels (AB / CD)", "Add prose and examples: Lids for barrels"],
    [
      "add prose and examples",
      "Lids for barrels: [moved online]",
      "Add prose and examples: Lids for barrels",
    ],
    ["update it to show lids", "the guide to barrels", "Update the guide to barrels to show lids"],
  ])("puts into %j, below %j, what that names", (text, item, expected) => {
    expect(title(text, { owners: ["Mona"], above: [item], topic: [item] })).toBe(expected);
  });

  test.each([
    "Poll of the gardeners indicates:",
    "Board agrees to grow tulips next to roses",
    "Any feedback from the gardeners?",
    "Is the shed still leaking?",
  ])("has no scrap of talk: %j", (said) => {
    expect(
      title("announce to garden list", { owners: ["Mona"], above: [said], topic: ["Spring fair"] }),
    ).toBe("Announce to garden list: Spring fair");
  });

  test("has what was agreed on where nothing else is named", () => {
    const above = ["Board agrees to grow tulips next to roses"];

    expect(title("Mona to organize the next meeting poll", { owners: ["Mona"], above })).toBe(
      "Organize the next meeting poll: Board agrees to grow tulips next to roses",
    );
  });

  test("takes no line about another issue along", () => {
    const context = { ...nothing, numberAbout: "#12" };

    expect(title("fix it", { above: ["Lids for the rain barrels #31"] }, context)).toBe("Fix it (#12)");
  });

  test("takes the name of something rather than what people said of it", () => {
    const above = ["we have no idea how the old barrels could ever have been so leaky"];

    expect(title("Ping them", { above, topic: ["Rain barrels"] })).toBe("Ping them: Rain barrels");
  });

  test("keeps the number at the head of what it takes along", () => {
    expect(title("Ping them", { above: ["#31 waits for GitHub"] })).toMatch(/#31 waits for GitHub$/);
  });

  test("ends where a clause ends, if it is long", () => {
    const long =
      "water the plants on the roof of the house next door, which nobody has done for weeks".concat(
        ", because the hose was lost and no other one could be found in the shed",
      );

    expect(title(long)).toBe(
      "Water the plants on the roof of the house next door, which nobody has done for weeks, because the hose was lost",
    );
  });

  test("says what somebody is named for", () => {
    expect(title("Mona", { owners: ["Mona"], topic: ["Spring fair", "will anyone be there?"] })).toBe(
      "Spring fair: will anyone be there?",
    );
    expect(title("Mona", { owners: ["Mona"], topic: ["Spring fair"] })).toBe("Spring fair");
    expect(title("Mona", { owners: ["Mona"], topic: ["Spring fair", "TODO: Mona"] })).toBe("Spring fair");
    expect(title("Mona & Hubot", { owners: ["Mona", "Hubot"] })).toBeNull();
  });

  test("takes no half of a bracket or a quotation along", () => {
    const above = [
      'LoadError: the order of "garden hoses could not be found" (also note the long list of all the others)',
    ];

    expect(title("fix the typo", { above })).toBe(
      'Fix the typo: LoadError: the order of "garden hoses could not be found"',
    );
  });

  test("is never empty, at most 120 characters, in one line, whatever the words", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: "grapheme" }),
        fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
        (text, owners) => {
          const result = title(text, { owners, above: [text] });
          if (result === null) return;
          expect(result.trim()).not.toBe("");
          expect(result.length).toBeLessThanOrEqual(120);
          expect(result).not.toMatch(/[\n\r`]/);
          expect(result.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
