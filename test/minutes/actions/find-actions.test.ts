import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";
import { actionsOf, markedIn, minutes } from "./read.ts";

describe("markers", () => {
  test.each([
    ["TODO: Ada to tag the release", "Ada to tag the release"],
    ["todo: Ada to tag the release", "Ada to tag the release"],
    ["TO DO - Ada to tag the release", "Ada to tag the release"],
    ["To-do: Ada to tag the release", "Ada to tag the release"],
    ["AI: Ada to tag the release", "Ada to tag the release"],
    ["AI Ada to tag the release", "Ada to tag the release"],
    ["ACTION: Ada to tag the release", "Ada to tag the release"],
    ["ACTION Ada to tag the release", "Ada to tag the release"],
    ["Action item: Ada to tag the release", "Ada to tag the release"],
    ["ACTION_ITEM: Ada to tag the release", "Ada to tag the release"],
    ["ACTION 4.2: Ada to tag the release", "Ada to tag the release"],
    ["TODO #2: Ada to tag the release", "Ada to tag the release"],
    ["**Action  **: Ada to tag the release", "Ada to tag the release"],
    ["***Action #1: tag the release (Ada Byron)***", "tag the release"],
    ["[ACTION - Ada] tag the release", "tag the release"],
    ["ACTION (Ada): tag the release", "tag the release"],
    ["TODO(ada): tag the release", "tag the release"],
    ["Action item for Ada: tag the release", "tag the release"],
    ["tag the release (ACTION: Ada)", "tag the release"],
    ["#action Ada to tag the release", "Ada to tag the release"],
    ["-> Action: Ada to tag the release", "Ada to tag the release"],
    ["The build is slow. TODO: Ada to tag the release", "Ada to tag the release"],
    ["Next step: Ada to tag the release", "Ada to tag the release"],
    ["Ada takes the action to tag the release", "Ada takes the action to tag the release"],
    ["Ada has an action item to tag the release", "Ada has an action item to tag the release"],
  ])("%s is one action of Ada's", (line, text) => {
    const [action, ...others] = actionsOf(`- ${line}`);

    expect(others).toEqual([]);
    expect(action).toMatchObject({ text, implied: false, line: 11, done: false, due: null, same: null });
    expect(action?.logins).toEqual(["ada"]);
  });

  test("a team's own word marks an action", () => {
    expect(markedIn("- Hausaufgabe: Ada to tag it", { actionMarkers: ["Hausaufgabe"] })).toEqual([
      { text: "Ada to tag it", owners: ["Ada"] },
    ]);
  });

  test.each([
    ["a mention of a list", "- that is on the TODO list"],
    ["a field of research", "- AI policies were compared"],
    ["a status alone", "- Still TODO"],
    ["a word for all of them", "- TODOS are many"],
    ["what is said about one", "- TODO is a word of three letters"],
    ["nothing to do", "- ACTION: none"],
    ["nothing to do in a sentence", "- -> Action: no action needed."],
    ["a template's placeholder", "## Action items\n\n- add item here\n- [ ] \n- <name>"],
    ["a link to a list", "## Action item review\n\n- [Action items list](https://example.org/list)"],
    ["the scribe of actions", "- Action item scribe: Grace"],
    ["a label on an issue's title", "- [Action Requested] Nominations are open"],
    ["a bot that repeats", "<trackbot> ACTION: ada to tag the release"],
    ["code", "```\nTODO: tag the release\n```"],
    ["a denial", "- Nobody takes the action to tag it"],
  ])("%s is no action", (_, body) => {
    expect(markedIn(body)).toEqual([]);
  });
});

describe("lists of actions", () => {
  test.each([
    "## Action items",
    "### TODOs",
    "## Next steps for the release",
    "## 5. Actions arising",
    "**Action items**",
    "TODO:",
  ])("items below %s are actions, the label is none", (label) => {
    expect(markedIn(`${label}\n\n- Ada to tag the release\n- write the notes (Linus)`)).toEqual([
      { text: "Ada to tag the release", owners: ["Ada"] },
      { text: "write the notes", owners: ["Linus"] },
    ]);
  });

  test("items below a label in a list are actions, and what hangs below them explains", () => {
    const body =
      "- release\n  - Action items:\n    - Ada to tag it\n      - with the new key\n    - write the notes";

    expect(markedIn(body).map(({ text }) => text)).toEqual(["Ada to tag it", "write the notes"]);
  });

  test("lines right behind a label are actions without a list", () => {
    const body = "Action items:  \nAda will tag it. Linus will announce it.";

    expect(markedIn(body)).toEqual([
      { text: "Ada will tag it.", owners: ["Ada"] },
      { text: "Linus will announce it.", owners: ["Linus"] },
    ]);
  });

  test("a name above items is their owner", () => {
    const body =
      "## Action items\n\n- Ada:\n  - tag the release\n  - write the notes\n- TODO Linus:\n  - announce it";

    expect(markedIn(body)).toEqual([
      { text: "tag the release", owners: ["Ada"] },
      { text: "write the notes", owners: ["Ada"] },
      { text: "announce it", owners: ["Linus"] },
    ]);
  });

  test("follow-ups from past meetings are carried over", () => {
    const [before, now] = actionsOf(
      "## Follow-ups from past meetings\n\n- Ada to tag it\n\n## Action items\n\n- Linus to announce it",
    );

    expect(before).toMatchObject({ text: "Ada to tag it", carriedOver: true });
    expect(now).toMatchObject({ text: "Linus to announce it", carriedOver: false });
  });

  test("what follow-ups only talk about is no action", () => {
    expect(markedIn("## Follow-up from the last call\n\n- The website\n- Slides, see above")).toEqual([]);
  });

  test("possible actions are implied", () => {
    expect(actionsOf("- Possible actions:\n  - Document the new flag").map(({ implied }) => implied)).toEqual(
      [true],
    );
  });

  test("below a heading of its own a topic may have begun, and only work is an action", () => {
    const body =
      "## Action items\n\n- the slides\n\n### New features\n\n- Two ideas came up\n- Ada to list them";

    expect(markedIn(body).map(({ text }) => text)).toEqual(["the slides", "Ada to list them"]);
  });

  test("the agenda continues after an empty marker", () => {
    expect(markedIn("Action item:\n\n- Traits [#12](https://github.com/acme/engine/issues/12)")).toEqual([]);
  });

  test("completed actions are done", () => {
    expect(actionsOf("## Completed actions\n\n- Ada to tag it")[0]?.done).toBe(true);
  });
});

describe("a marker with nothing but names behind it", () => {
  test.each([
    ["The server is slow. **Action: Ada**", "The server is slow", ["Ada"]],
    [
      "The server has to move; it is slow. ACTION: AB/GW",
      "The server has to move; it is slow.",
      ["AB", "GW"],
    ],
    ["The keys are lost. Action: Ada and Linus", "The keys are lost.", ["Ada", "Linus"]],
  ])("%s says who does what comes before it", (text, expected, owners) => {
    expect(actionsOf(`- ${text}`)).toMatchObject([{ text: expect.stringContaining(expected), owners }]);
  });

  test("behind long talk says who does its last sentence", () => {
    const talk = "We looked at what the landlord wrote and at what it would cost us to stay here. ".repeat(3);

    expect(markedIn(`- ${talk}The landlord has to be called. Action: Ada`)).toEqual([
      { text: "The landlord has to be called.", owners: ["Ada"] },
    ]);
  });

  test("is none where it says that there is none", () => {
    expect(markedIn("- Thanks to everyone. Action: none")).toEqual([]);
  });
});

describe("next steps", () => {
  test("are actions where they begin with who does them, whatever the verb", () => {
    const list = "### Next steps\n\n1. Ada & Linus: pair on it\n2. Everyone: read it\n3. Nice weather";

    expect(markedIn(list)).toEqual([
      { text: "pair on it", owners: ["Ada", "Linus"] },
      { text: "read it", owners: [] },
    ]);
  });
});

test("struck text with a remark behind it is done", () => {
  expect(actionsOf("- [ ] ~~Ada to tag it~~ (nobody needs that any more)")[0]?.done).toBe(true);
});

describe("tables of actions", () => {
  test("rows are read by the names of their columns", () => {
    const table = [
      "| # | Action | Owner | Due | Status |",
      "| --- | --- | --- | --- | --- |",
      "| 1 | Tag the release | @ada, Linus | Friday | open |",
      "| 2 | Write the notes | all | | Done |",
      "| 3 | | | | |",
    ].join("\n");

    const actions = actionsOf(table);

    expect(actions.map(({ text, owners, due, done }) => ({ text, owners, due, done }))).toEqual([
      { text: "Tag the release", owners: ["ada", "Linus"], due: "2024-05-17", done: false },
      { text: "Write the notes", owners: [], due: null, done: true },
    ]);
  });

  test("the row above is no context", () => {
    const table = "| Task | Who |\n| --- | --- |\n| Tag it | Ada |\n| Write the notes | Linus |";

    expect(actionsOf(table).map(({ context }) => context)).toEqual([[], []]);
  });

  test.each(["Until", "By", "Complete by", "Time frame", "Expected completion"])(
    "a column headed %s says when",
    (head) => {
      const table = `| Task | Who | ${head} |\n| --- | --- | --- |\n| Tag it | Ada | 2024-06-01 |`;

      expect(actionsOf(table)[0]?.due).toBe("2024-06-01");
    },
  );

  test("a column that only counts gives way to the description", () => {
    const table = "## Actions\n\n| Action item | Description |\n| --- | --- |\n| **4.1** | Ada to tag it |";

    expect(markedIn(table)).toEqual([{ text: "Ada to tag it", owners: ["Ada"] }]);
  });

  test("a table of votes is none", () => {
    expect(actionsOf("| Proposal | Vote |\n| --- | --- |\n| Ship it | yes |")).toEqual([]);
  });
});

describe("check boxes", () => {
  test("name work, and say whether it is done", () => {
    const actions = actionsOf("- [ ] Tag the release\n- [x] @linus to announce it");

    expect(actions.map(({ text, owners, done }) => ({ text, owners, done }))).toEqual([
      { text: "Tag the release", owners: [], done: false },
      { text: "@linus to announce it", owners: ["linus"], done: true },
    ]);
  });

  test.each([
    ["Lena: update the store text", "update the store text", ["Lena"]],
    ["Lena - update the store text", "update the store text", ["Lena"]],
    ["Lena – update the store text", "update the store text", ["Lena"]],
    ["**Lena:** update the store text", "update the store text", ["Lena"]],
    ["Lena and Tom: update the store text", "update the store text", ["Lena", "Tom"]],
    ["Lena Otter: update the store text", "update the store text", ["Lena Otter"]],
  ])("name work where an order follows a name that nobody introduced: %j", (line, text, owners) => {
    const { actions } = readText(`# Weekly\n\n- [ ] ${line}`);

    expect(actions).toMatchObject([{ text, owners, implied: false }]);
  });

  test.each([
    "Lena: pictures of the store",
    "RFC 12: traits",
    "Docs: update on the index",
    "Lena: update?",
    "Beta nominations - update",
  ])("name none where no order follows: %j", (line) => {
    expect(readText(`# Weekly\n\n- [ ] ${line}`).actions).toEqual([]);
  });

  test("are bullets where most of them name no work, but for those with an owner", () => {
    const bullets = ["Beta nominations", "P-high issues", "RFC 12", "Is it sound?", "No updates", "Fields"];

    expect(
      markedIn([...bullets, "Grace to comment on it"].map((text) => `- [ ] ${text}`).join("\n")),
    ).toEqual([{ text: "Grace to comment on it", owners: ["Grace"] }]);
  });

  test.each([
    "DECISION: we ship it on Friday",
    "Decision: we ship it on Friday",
    "**Decision:** we ship it on Friday",
    "Decision 4.1: we ship it on Friday",
    "Resolution: we ship it on Friday",
    "[DECISION] we ship it on Friday",
    "We made a decision to ship it on Friday.",
    "The agenda is full.",
  ])("below %j are work, as anywhere else", (line) => {
    const boxes = "- [ ] Ada: update the text\n- [ ] @linus: update the picture\n- [ ] Grace to tag it";
    const actions = [
      { text: "update the text", owners: ["Ada"] },
      { text: "update the picture", owners: ["linus"] },
      { text: "Grace to tag it", owners: ["Grace"] },
    ];

    expect(markedIn(`${line}\n\n${boxes}`)).toEqual(actions);
    expect(markedIn(`${line}\n${boxes}`)).toEqual(actions);
    expect(markedIn(`## ${line}\n\n${boxes}`)).toEqual(actions);
  });

  test.each(["Agenda:", "**Agenda**", "Decisions:", "Decisions", "Resolutions of the meeting:"])(
    "below %j are none",
    (label) => {
      expect(markedIn(`${label}\n\n- [ ] Ada: update on the text\n- [x] Linus: the picture`)).toEqual([]);
    },
  );

  test("of an agenda or a roll call are none", () => {
    expect(
      markedIn("## Agenda\n\n- [ ] Review open issues\n\n## Attendance\n\n- [x] Ada Byron - chair"),
    ).toEqual([]);
  });
});

describe("done", () => {
  test("an action with `Done!` below it is done", () => {
    expect(actionsOf("- TODO: Ada to tag it\n  - Done!")[0]?.done).toBe(true);
    expect(actionsOf("- TODO: Ada to tag it\n  - not done yet")[0]?.done).toBe(false);
  });

  test("struck text is done", () => {
    expect(actionsOf("- TODO: ~~Ada to tag it~~")[0]?.done).toBe(true);
  });

  test("a status line below it counts", () => {
    expect(actionsOf("**ACTION 4.1**: Ada to tag it\n**Status**: Completed")[0]?.done).toBe(true);
  });
});

describe("an action written twice", () => {
  const body = [
    "TODO:",
    "",
    "- Ada: ask the community about telemetry on conflicts",
    "",
    "## Discussion",
    "",
    "- telemetry",
    "  - TODO: Ada: ask the community about telemetry on conflicts -- DONE",
    "  - TODO: Linus: ask the community about telemetry on conflicts",
  ].join("\n");

  test("names the line of its first mention, and done in one place is done in both", () => {
    const actions = actionsOf(body);

    expect(actions.map(({ line, same, done }) => ({ line, same, done }))).toEqual([
      { line: 13, same: null, done: true },
      { line: 18, same: 13, done: true },
      { line: 19, same: null, done: false },
    ]);
  });

  test("two releases are two actions", () => {
    expect(
      actionsOf("- TODO: announce release 4.1 widely\n- TODO: announce release 4.2 widely")[1]?.same,
    ).toBeNull();
  });
});

test("one bullet with two markers is two actions", () => {
  expect(markedIn("- TODO: Ada to tag the release. TODO: Linus to announce it")).toEqual([
    { text: "Ada to tag the release.", owners: ["Ada"] },
    { text: "Linus to announce it", owners: ["Linus"] },
  ]);
});

test("one bullet with two things that are each done is two actions of the same person", () => {
  expect(
    markedIn("- TODO: Ada to file a bug (done: #12) and open a discussion (done)").map(
      ({ owners }) => owners,
    ),
  ).toEqual([["Ada"], ["Ada"]]);
});

test("an action is on the line where its own text begins", () => {
  const source = minutes("- a long item that\n  was wrapped. TODO: Ada to tag it");

  expect(source.split("\n")[11]).toContain("TODO");
  expect(actionsOf("- a long item that\n  was wrapped. TODO: Ada to tag it")[0]?.line).toBe(12);
});

test("line ends of Windows and no date change nothing but the due day", () => {
  const [action] = actionsOf("- TODO: Ada to tag it\r\n  by Friday");

  expect(action).toMatchObject({ owners: ["Ada"], due: "2024-05-17" });
});

describe("in a list of actions, before and behind what is to be done,", () => {
  const listed = (lines: string) => markedIn(`### Action items\n\n${lines}`);

  test.each([
    "🔴 Ada: tag it",
    "🟡 [IN PROGRESS] Ada: tag it",
    "⏳ Ada - tag it",
    ":hourglass: Ada: tag it",
    "→ Ada: tag it",
    "[P1] Ada: tag it",
    "☐ Ada: tag it",
    "[ ]Ada: tag it",
    "[/] Ada: tag it",
    "[!] Ada: tag it",
    "[>] Ada: tag it",
    "1️⃣ Ada: tag it",
    "WIP: Ada: tag it",
  ])("a sign is neither text nor hides the owner: %s", (line) => {
    expect(listed(`- ${line}`)).toEqual([{ text: "tag it", owners: ["Ada"] }]);
    expect(actionsOf(`### Action items\n\n- ${line}`)[0]?.done).toBe(false);
  });

  test("a sign is not in the text of what is nobody's", () => {
    expect(listed("- 🔴 find a sponsor")).toEqual([{ text: "find a sponsor", owners: [] }]);
  });

  test.each([
    ["tag the release **Ada Byron**", ["Ada Byron"]],
    ["tag the release _Ada Byron_", ["Ada Byron"]],
    ["tag the release ***Ada Byron***", ["Ada Byron"]],
    ["tag the release – **Ada**.", ["Ada"]],
    ["tag the release (**Ada**)", ["Ada"]],
    ["tag the release **Ada & Grace**", ["Ada", "Grace"]],
    ["tag the release **Ada**, **Grace**", ["Ada", "Grace"]],
    ["tag the release **Ada** and **Grace**", ["Ada", "Grace"]],
    ["tag the release **Ada**, by Friday", ["Ada"]],
    ["tag the release *Ada Byron* (due Friday)", ["Ada Byron"]],
  ])("names in bold at the end own it: %s", (line, owners) => {
    expect(listed(`- ${line}`)).toEqual([{ text: "tag the release", owners }]);
  });

  test("also behind words that could be a day", () => {
    expect(listed("- ask everyone by mail **Ada Byron**")).toEqual([
      { text: "ask everyone by mail", owners: ["Ada Byron"] },
    ]);
  });

  test.each(["tag the **Tea Pot**", "send the release to **Ada**", "tag the **release**"])(
    "bold words are no owners: %s",
    (line) => {
      expect(listed(`- ${line}`)[0]?.owners).toEqual([]);
    },
  );

  test.each([
    ["Action Item (Ada, Grace) to tag it", "tag it", ["Ada", "Grace"]],
    ["*Action (Ada)* tag it", "tag it", ["Ada"]],
    ["Action item 3 [Ada] tag it", "tag it", ["Ada"]],
    ["Action (@ada) tag it", "tag it", ["ada"]],
    ["Action item (Margaret Hill) to tag it", "tag it", ["Margaret Hill"]],
  ])("the owner may be in brackets after the marker: %s", (line, text, owners) => {
    expect(markedIn(`- ${line}`)).toEqual([{ text, owners }]);
  });

  test.each(["Action (see below) was taken", "Action (Draft) needs a review", "Actions (old) of last year"])(
    "other brackets are none: %s",
    (line) => {
      expect(markedIn(`- ${line}`)).toEqual([]);
    },
  );
});

test.each([
  "- TODO (cancelled): Ada to tag it",
  "| Action | Owner | Status |\n| --- | --- | --- |\n| tag it | Ada | Superseded by #12 |",
  "- TODO: Ada to tag it\n  - Dropped",
  "- [-] TODO: Ada to tag it",
  "### Cancelled actions\n\n- Ada to tag it",
  "### Dropped action items\n\n- TODO: Ada to tag it",
])("what is cancelled, dropped or superseded is not open, and still Ada's: %j", (body) => {
  expect(actionsOf(body).map(({ owners, done }) => [owners, done])).toEqual([[["Ada"], true]]);
});

test.each(["Agenda", "Decisions made", "Resolutions"])(
  "boxes below %s are no work, whoever they name",
  (title) => {
    const body = `## ${title}\n\n- [ ] @ada - Update on the lids\n- [ ] Roll out the lids\n\n## Action items\n\n- [ ] Glue the lid`;

    expect(
      readText(body)
        .actions.filter(({ implied }) => !implied)
        .map(({ text }) => text),
    ).toEqual(["Glue the lid"]);
  },
);
