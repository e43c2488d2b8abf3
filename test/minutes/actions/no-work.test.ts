import { describe, expect, test } from "@jest/globals";
import { markedIn } from "./read.ts";

const LISTS: readonly (readonly [string, (line: string) => string])[] = [
  ["a list of actions", (line) => `## Action items\n\n- Send the bill\n- ${line}`],
  ["a lead-in", (line) => `Next steps:\n- ${line}`],
  ["a mark", (line) => `- TODO: ${line}`],
  ["a bold mark", (line) => `- The lid drips. **Action:** ${line}`],
];
const texts = (body: string) => markedIn(body).map(({ text }) => text);

describe.each(LISTS)("in %s, nothing to do is", (_where, put) => {
  test.each([
    "Can we find a lid of either kind?",
    "Could a round lid do the same?",
    "What do the others think?",
    "Is it worth the glue?",
    "A lid of glass in May?",
    "Wait for a little more feedback",
    "also wait for the council's direction",
    "Waiting for the glue",
    "Continue talking about the lid",
    "Continue the discussion on the list",
    "Ada got in touch with them and proposed a short talk",
    "Ada and Linus met the makers",
    "Ada also mentioned that we need to keep lids from sliding",
    "Linus said that the pot is fine",
    "Grace painted the lid",
    "Please add your thoughts to the page",
    "please check whether the lids that you own are listed",
  ])("%s", (line) => {
    expect(texts(put(line))).not.toContain(line);
  });

  test.each([
    "Wait for the glue, then send the bill",
    "Continue the discussion and write a summary",
    "Continue the audit",
    "Ada agreed to send the bill",
    "Ada to find out what we need",
    "Ada shared a draft and will send the bill",
    "Linus needs to send the bill",
    "Ada: can you send the bill?",
    "Please send the bill",
  ])("but something to do: %s", (line) => {
    expect(texts(put(line)).at(-1)).toMatch(new RegExp(`${line.replace("Ada: ", "").slice(-12, -1)}`, "i"));
  });
});

test("an order with a question mark is one, behind a mark", () => {
  expect(texts("- TODO: find out whether a round lid does the same?")).toHaveLength(1);
});

test("who is named for a question is to answer it", () => {
  expect(markedIn("- TODO (Ada): can we ship it in May?")).toEqual([
    { text: "can we ship it in May?", owners: ["Ada"] },
  ]);
});

describe("boxes are no work below", () => {
  const BOXES =
    "- [ ] Ada: ideas for lids\n  - [ ] Round lids to please everybody\n- [x] Linus: new lids are out";

  test.each([
    "## Deferred to next meeting",
    "## Announcements",
    "## Next meeting",
    "## Not discussed",
    "## Postponed until June",
    "News:",
    "To be discussed:",
  ])("%s", (label) => {
    expect(texts(`${label}\n\n${BOXES}`)).toEqual([]);
  });

  test.each(["## Actions deferred to next meeting", "## TODO for next meeting", "## Next steps"])(
    "but are below %s",
    (label) => {
      expect(texts(`${label}\n\n- [ ] Ada: send the bill`)).toEqual(["send the bill"]);
    },
  );
});

describe("what is below something to do explains it", () => {
  test.each([
    [
      "steps",
      "- Check whether you can log in:\n  1. Open the door\n  2. Send the bill",
      "Check whether you can log in",
    ],
    ["parts", "- Write about these lids:\n  - round ones\n  - [ ] square ones", "Write about these lids"],
  ])("%s", (_what, items, text) => {
    expect(texts(`## Action items\n\n${items}`)).toEqual([text]);
  });

  test("steps that everybody is to go", () => {
    const body = "- Everyone check that you have a key:\n  1. Open the door\n  2. Verify that it closes";
    expect(texts(`## Action items\n\n${body}`)).toEqual(["Everyone check that you have a key"]);
  });

  test("questions below a mark", () => {
    const body =
      "- **Action on everyone:** Read the plan and comment on it:\n  - Is it whole?\n  - Any other lids";
    expect(texts(body)).toEqual(["Read the plan and comment on it"]);
  });

  test.each(["Ada", "For the docs", "Docs", "Ada to do"])("but a label is none: %s:", (label) => {
    expect(texts(`## Action items\n\n- ${label}:\n  - send the bill\n  - open the door`)).toEqual([
      "send the bill",
      "open the door",
    ]);
  });
});
