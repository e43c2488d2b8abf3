import { describe, expect, test } from "@jest/globals";
import { markedIn } from "./read.ts";

const texts = (body: string): readonly unknown[] => markedIn(body).map(({ text }) => text);

describe("where people speak below a title of actions, what they say is talk", () => {
  test.each([
    [
      "behind a name",
      "## Next steps\n\n- Ada: we glued the lid\n- Linus: thanks to all who helped\n- Ada: glue it again",
    ],
    ["in brackets", "## Next steps\n\n- \\[Ada\\] what does glued mean?\n- \\[Linus\\] I will bring some"],
    [
      "below an item",
      "## Work items\n\n- The lid\n  - Ada: The question is how it behaves.\n  - Linus: We glue it today.",
    ],
    ["in lines", "## Follow-up\n\nAda: Is it glued now? \nLinus: bring the lid"],
    ["in bold", "## Tasks\n\n**Ada:** there is no glue\n\n**Linus:** look for glue"],
  ])("%s", (_how, body) => {
    expect(texts(body)).toEqual([]);
  });

  test.each([
    [
      "who is to do it is said",
      "- Ada: is it glued?\n- Linus: yes\n- Grace to bring glue",
      "Grace to bring glue",
    ],
    ["an order that nobody speaks", "- Ada: is it glued?\n- Linus: yes\n- Bring the glue", "Bring the glue"],
    ["a check box", "- Ada: is it glued?\n- Linus: yes\n- [ ] Grace: bring glue", "bring glue"],
    ["a mark", "- Ada: is it glued?\n- Linus: yes\n- TODO: bring glue", "bring glue"],
    [
      "an item among lines of talk",
      "Ada: is it glued?\n\n- Grace and others to bring glue",
      "Grace and others to bring glue",
    ],
  ])("but %s", (_what, items, text) => {
    expect(texts(`## Actions\n\n${items}`)).toEqual([text]);
  });
});

test("names in front of items that say what is to be done are owners", () => {
  expect(
    markedIn("## Next steps\n\n- Ada: glue the lid\n- Linus: I will bring glue\n- Grace: tag it"),
  ).toEqual([
    { text: "glue the lid", owners: ["Ada"] },
    { text: "I will bring glue", owners: ["Linus"] },
    { text: "tag it", owners: ["Grace"] },
  ]);
});

test("an agenda that names a list of actions lists topics", () => {
  const topics = "  - [Lid update](https://github.com/acme/lid/) - Ada\n  - Questions on lids - Linus";

  expect(texts(`## Agenda\n\n- Welcome\n- Work items\n${topics}`)).toEqual([]);
});
