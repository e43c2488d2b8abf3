import { describe, expect, test } from "@jest/globals";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { actionsOf } from "./read.ts";

const marked = (body: string) =>
  actionsOf(body)
    .filter(({ implied }) => !implied)
    .map(({ text, owners, due }) => [text, owners.join(), due]);

describe("the day in a marker is when it is due:", () => {
  test.each([
    ["**Action on Ada by 2024-06-01:** glue the lid", "2024-06-01"],
    ["**Action on Ada** by **2024-06-01**: glue the lid", "2024-06-01"],
    ["**Action on Ada** by **2024-06-01:** glue the lid", "2024-06-01"],
    ["- **Action on Ada on 2024-06-01**: glue the lid", "2024-06-01"],
    ["- Action on Ada 2024-06-01: glue the lid", "2024-06-01"],
    ["- Action on Ada, by June 1: glue the lid", "2024-06-01"],
    ["- Action (Ada, by June 1): glue the lid", "2024-06-01"],
    ["- [ACTION - Ada by June 1] glue the lid", "2024-06-01"],
    ["- It drips. **Action on Ada by 2024-06-01:** glue the lid", "2024-06-01"],
    ["- Action on Ada by 2024-06: glue the lid", null],
    ["- Action on Ada before June 2024: glue the lid", null],
    ["- Action on Ada from 2024-06-01: glue the lid", null],
    ["- Action on Ada by 2024-01-01: glue the lid", null],
  ])("%s", (line, due) => {
    expect(marked(line)).toEqual([["glue the lid", "Ada", due]]);
  });

  test("unless its words give another", () => {
    expect(marked("Action on Ada by 2024-06-01: glue the lid by 2024-06-03")).toEqual([
      ["glue the lid by 2024-06-03", "Ada", "2024-06-03"],
    ]);
  });

  test.each([
    "- Action on everybody by 2024-06-01: look for glue",
    "- Action by 2024-06-01: look for glue",
    "- TODO (by 2024-06-01): look for glue",
  ])("whoever does it: %s", (line) => {
    expect(marked(line)).toEqual([["look for glue", "", "2024-06-01"]]);
  });
});

describe("a lead-in that says who takes on what is below", () => {
  test.each([
    ["Plan, to be taken on by Ada, Linus:", "Ada,Linus"],
    ["**Plan, to be taken on by Ada and Linus:**", "Ada,Linus"],
    ["To be done by Mary Ann and Bo:", "Mary Ann,Bo"],
  ])("owns these items: %s", (leadIn, owners) => {
    const body = `${leadIn}\n- glue the lid\n- send the bill by 1 June\n\nPoints raised:\n- Ada: it is a nice lid`;
    expect(marked(body)).toEqual([
      ["glue the lid", owners, null],
      ["send the bill by 1 June", owners, "2024-06-01"],
    ]);
  });

  test("but not where nobody is named", () => {
    expect(marked("Plan, to be taken on by whoever has time:\n- glue the lid")).toEqual([]);
  });
});

describe("an action handed to somebody in a sentence", () => {
  test.each([
    ["**Action on Ada** to glue the lid", "Ada", null],
    ["**Action on Ada by 2024-06-01** to glue the lid", "Ada", "2024-06-01"],
    ["**Action on Ada** by **June 1** to glue the lid", "Ada", "2024-06-01"],
    ["Action on Ada and Linus to glue the lid", "Ada,Linus", null],
    ["Action on Ada, Linus & Grace to glue the lid", "Ada,Linus,Grace", null],
    ["Action on Ada Byron and Grace by June 1 to glue the lid", "Ada Byron,Grace", "2024-06-01"],
    ["It drips, so action on Ada and Linus to glue the lid", "Ada,Linus", null],
    ["Action on all members to glue the lid", "", null],
    ["Action on Council Chair to glue the lid", "", null],
  ])("%s", (line, owners, due) => {
    expect(marked(line).map(([, ...rest]) => rest)).toEqual([[owners, due]]);
  });

  test("is a task without them", () => {
    const [action] = actionsOf("**Action on Ada and Linus by 2024-06-01** to send the bill");
    expect(action?.task).toBe("Send the bill");
  });

  test("is none where it is something else", () => {
    expect(marked("The action on Friday to close the road was loud")).toEqual([]);
  });
});

describe("initials that those present give themselves", () => {
  const PRESENT = "- Ada Byron (AB, chair)\n- Tamsin O'Connell (TOC)\n- Linus Holm (LH)";
  const ownersIn = (present: string, line: string) =>
    readMinutes("2024-05-15.md", `# Call\n\n## Present\n\n${present}\n\n## Lids\n\n${line}\n`, {
      ...defaultReadingOptions,
      people: { "Tamsin O'Connell": "tamsin" },
    }).actions.map(({ owners, logins }) => [owners.join(), logins.join()]);

  test.each([
    ["- Action on TOC: glue the lid", "TOC", "tamsin"],
    ["- **Action on TOC** to glue the lid", "TOC", "tamsin"],
    ["- Action on TOC by 2024-06-01: glue the lid", "TOC", "tamsin"],
    ["- Action on AB & TOC: glue the lid", "AB,TOC", "tamsin"],
    ["- Action on AB and TOC to glue the lid", "AB,TOC", "tamsin"],
    ["- TODO: TOC to glue the lid", "TOC", "tamsin"],
    ["- TODO: glue the lid (TOC)", "TOC", "tamsin"],
    ["- [ ] TOC: glue the lid", "TOC", "tamsin"],
  ])("are somebody, even where they spell a group: %s", (line, owners, assignees) => {
    expect(ownersIn(PRESENT, line)).toEqual([[owners, assignees]]);
  });

  test.each([
    ["one line", "Ada Byron (AB), Tamsin O'Connell (TOC), Linus Holm (LH)"],
    ["a company between", "- Ada Byron - Acme (AB)\n- Tamsin O'Connell - Acme (TOC)"],
    ["a table", "| | here |\n| --- | --- |\n| Ada Byron (AB) | x |\n| Tamsin O’Connell (TOC) | x |"],
    ["in front", "- AB: Ada Byron\n- TOC: Tamsin O'Connell"],
  ])("however they are listed: %s", (_how, present) => {
    expect(ownersIn(present, "- Action on TOC: glue the lid")).toEqual([["TOC", "tamsin"]]);
  });

  test.each([
    ["several are in it", "- Ada Byron (TSC)\n- Tamsin Scott (TSC)\n- Linus Holm (LH)", "TSC"],
    ["its letters are not in the name", "- Ada Byron (AB)\n- Linus Holm (TSC)", "TSC"],
    ["nobody else gives any", "- Ada Byron\n- Tamsin Scott (TSC)\n- Linus Holm", "TSC"],
  ])("but not a group, as %s", (_why, present, group) => {
    expect(ownersIn(present, `- Action on ${group}: glue the lid`)).toEqual([["", ""]]);
  });
});
