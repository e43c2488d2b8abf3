import { describe, expect, test } from "@jest/globals";
import { makePeople } from "../../../src/minutes/people.ts";
import { readOwners } from "../../../src/minutes/actions/owners.ts";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { actionsOf } from "./read.ts";

const people = makePeople(
  { TP: "tzu" },
  [
    { name: "Ada Byron", login: "ada" },
    { name: "Linus", login: "linus" },
    { name: "Grace", login: null },
  ],
  [],
);
const ownersOf = (text: string) => readOwners(text, people)?.owners ?? null;

test.each([
  ["Ada to tag it", ["Ada"]],
  ["Ada Byron will tag it", ["Ada Byron"]],
  ["Ada: tag it", ["Ada"]],
  ["Ada - tag it", ["Ada"]],
  ["@ada: tag it", ["ada"]],
  ["@ada tag it", ["ada"]],
  ["(Ada) tag it", ["Ada"]],
  ["[Ada] tag it", ["Ada"]],
  ["For Ada: tag it", ["Ada"]],
  ["tag it (Ada)", ["Ada"]],
  ["tag it [Ada, Linus]", ["Ada", "Linus"]],
  ["tag it (@ada, by Friday)", ["ada"]],
  ["tag it -- Ada", ["Ada"]],
  ["tag it @ada", ["ada"]],
  ["tag it. Owner: Ada", ["Ada"]],
  ["tag it (owner: Margaret)", ["Margaret"]],
  ["let's ship in May, Ada to tag it", ["Ada"]],
  ["Rename it, Ada agreed to do so", ["Ada"]],
  ["Ada & Linus & Grace to meet", ["Ada", "Linus", "Grace"]],
  ["Ada, Linus and Grace will meet", ["Ada", "Linus", "Grace"]],
  ["Ada/Linus: tag it", ["Ada", "Linus"]],
  ["TP to look at the resolver", ["TP"]],
  ["Ada", ["Ada"]],
  ["Margaret Hill to tag it", ["Margaret Hill"]],
  ["linus42 to post a summary", ["linus42"]],
  ["Ada and Grace continue with the docs", ["Ada", "Grace"]],
  ["needs the signing key from Grace", ["Grace"]],
  ["[Margaret]: approve it", ["Margaret"]],
  ["Margaret - write it down", ["Margaret"]],
  ["Margaret: write it down", ["Margaret"]],
])("%s", (text, owners) => {
  expect(ownersOf(text)).toEqual(owners);
});

test.each([
  "all: review it",
  "team to finish it",
  "Everyone to vote",
  "TSC members to vote",
  "Release working group to draft it",
  "TBD to tag it",
])("%s is for nobody in particular", (text) => {
  expect(ownersOf(text)).toEqual([]);
});

test.each([
  "tag it",
  "Reply to the list",
  "Update docs to mention Ada",
  "Ways to group it",
  "Mark the release",
  "sync with @ada",
  "Re: the build",
  "thanks to everybody who came",
])("%s names nobody", (text) => {
  expect(ownersOf(text)).toBeNull();
});

describe("who speaks", () => {
  test("is the owner of an action right behind their name", () => {
    expect(actionsOf("- Ada: to do -- write the slides")[0]?.owners).toEqual(["Ada"]);
  });

  test("is the owner of an action below their name that names nobody", () => {
    expect(actionsOf("- Ada:\n  - TODO: write the slides\n  - TODO: Linus to review them")).toMatchObject([
      { owners: ["Ada"] },
      { owners: ["Linus"] },
    ]);
  });

  test("does not own what they only ask about", () => {
    expect(actionsOf("- Ada: who could help here?\n  - TODO: write the slides")[0]?.owners).toEqual([]);
  });
});

describe("In a chat, who types an action", () => {
  const chat = (line: string) => {
    const log = `10:00 <ada> #startmeeting Tea\n10:00 <linus> hello\n10:01 <ada> #topic Lids\n10:02 <ada> ${line}\n`;
    const found = readMinutes("2024-05-15.log", log, defaultReadingOptions).actions;
    return found.filter(({ implied }) => !implied).map(({ owners }) => owners);
  };

  test.each(["#action wash the pot", "ACTION: order a spout", "TODO: order a spout", "#action"])(
    "does not own %s",
    (line) => {
      expect(chat(line).flat()).toEqual([]);
    },
  );

  test.each([
    ["#action hedy to paint it", "hedy"],
    ["#action linus to paint it", "linus"],
    ["ACTION: hedy will glue the lid", "hedy"],
    ["#action I will paint it", "ada"],
    ["TODO: I'll paint it", "ada"],
    ["#action me to paint it", "ada"],
  ])("is not asked where the words name somebody: %s", (line, owner) => {
    expect(chat(line)).toEqual([[owner]]);
  });
});

describe("A speaker's initials are no marker:", () => {
  const marked = (attendees: string, body: string) => {
    const source = `# Call\n\n## Present\n\n${attendees}\n\n## Notes\n\n${body}\n`;
    return readMinutes("2024-05-15.md", source, defaultReadingOptions).actions.filter(
      ({ implied }) => !implied,
    );
  };

  test.each(["AP: we should paint it", "- AP: paint the lid", "- the lid is loose (AP)", "AP - paint it"])(
    "%s",
    (body) => {
      expect(marked("- Ada Perkins\n- Linus Holm", body)).toEqual([]);
    },
  );

  test("where others speak by theirs", () => {
    const talk = "JS: it drips\n\nKT: it does\n\nJS: indeed\n\nKT: yes\n\nAI: the pot is old";

    expect(marked("- us", talk)).toEqual([]);
  });

  test("where somebody speaks by hers right above it", () => {
    expect(marked("- us", "- The kettle\n  - KT: it drips\n  - AP: can we mend it?")).toEqual([]);
  });

  test("but a marker is one where nobody is called so", () => {
    expect(marked("- Ada Byron\n- Linus Holm", "AP: paint the lid")).toHaveLength(1);
  });
});
