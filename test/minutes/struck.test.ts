import { describe, expect, test } from "@jest/globals";
import { actionsOf } from "./actions/read.ts";
import { readText } from "./read-text.ts";

/** Of a marked action, what is compared. */
const read = (body: string) =>
  actionsOf(body)
    .filter(({ implied }) => !implied)
    .map(({ text, owners, done, due }) => [text, owners.join("+"), done ? "done" : "open", due]);

describe("What is struck in an action is not said:", () => {
  test.each([
    ["- TODO: ~~Ada~~ Grace to tag it", "Grace to tag it", "Grace", null],
    ["- TODO: ~~Ada~~ → Grace to tag it", "Grace to tag it", "Grace", null],
    ["- TODO: <del>Ada</del> Grace to tag it", "Grace to tag it", "Grace", null],
    ["- TODO: <s>Ada</s> Grace: tag it", "tag it", "Grace", null],
    ["- TODO: Ada, ~~Linus~~, Grace to meet", "Ada, Grace to meet", "Ada+Grace", null],
    ["- TODO: ~~Ada~~, Linus and Grace to meet", "Linus and Grace to meet", "Linus+Grace", null],
    ["- TODO: Ada and ~~Linus~~ to meet", "Ada to meet", "Ada", null],
    ["- TODO: tag it (~~Ada~~ Grace)", "tag it", "Grace", null],
    ["- TODO: Ada to tag it ~~by Friday~~ by Monday", "Ada to tag it by Monday", "Ada", "2024-05-20"],
    ["- TODO: Ada to tag ~~1.2 and~~ 1.3", "Ada to tag 1.3", "Ada", null],
    ["- TODO: ~~Linus to measure the old tail~~ Linus to buy a tape", "Linus to buy a tape", "Linus", null],
    ["- TODO: ~~Linus to measure the whole old tail again.~~ Buy a tape", "Buy a tape", "", null],
    ["- [ ] ~~Ada~~ **Grace** to tag it", "Grace to tag it", "Grace", null],
  ])("%s", (body, text, owners, due) => {
    const found = read(body);

    expect(found).toEqual([[text, owners, "open", due]]);
  });

  test("the cells of a row, each for itself", () => {
    const found = read(
      "| Action | Owner | Due |\n| --- | --- | --- |\n| Tag it | ~~Ada~~ Grace | ~~2024-05-17~~ 2024-05-20 |\n| Paint it | ~~Ada~~ | |",
    );

    expect(found).toEqual([
      ["Tag it", "Grace", "open", "2024-05-20"],
      ["Paint it", "", "open", null],
    ]);
  });
});

test.each([
  "- TODO: ~~Ada to tag it~~",
  "- ~~TODO: Ada to tag it~~ (not needed)",
  "- TODO: ~~Ada to tag it~~ moved to the next meeting",
  "- TODO Ada: ~~tag it~~",
])("What is struck as a whole is over: %s", (body) => {
  const [found] = read(body);

  expect(found?.[2]).toBe("done");
});

test("Nothing struck is a reference, a decision or a milestone", () => {
  const source =
    "# Tea\n\n- ~~#12 is slow~~ #13 is slow\n- ~~see [it](https://github.com/octo/tea/pull/14)~~\n" +
    "- ~~RESOLVED: glue the lid~~\n- RESOLVED: ship ~~1.2~~ 1.2.1\n";

  const { references, decisions, milestones } = readText(source);

  expect(references.map(({ target }) => target)).toEqual(["octo/tea#13"]);
  expect(decisions.map(({ text }) => text)).toEqual(["ship 1.2.1"]);
  expect(milestones.map(({ title }) => title)).toEqual(["1.2.1"]);
});

test("What follows struck text keeps its line", () => {
  const { references } = readText("# Tea\n\n- ~~Ada\n  or Linus~~\n  Grace fixed #12\n- #13 leaks\n");

  expect(references.map(({ line }) => line)).toEqual([5, 6]);
});

test("Private words stay private when somebody strikes their mark", () => {
  const { references } = readText("# Tea\n\n## ~~[private]~~ Lids\n\n- #12 leaks\n");

  expect(references).toEqual([]);
});
