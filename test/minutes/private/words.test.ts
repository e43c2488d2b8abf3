import { describe, expect, test } from "@jest/globals";
import { privateWords } from "../../../src/language/privacy.ts";
import { keeps, leftOf, SECRET } from "./left.ts";

const split = (list: string): readonly string[] =>
  list
    .split("|")
    .filter((words) => words !== "")
    .map((words) => words.replace(/[*.]$/, ""));

const leaks = (source: string): readonly string[] =>
  leftOf(source)
    .lines.split("\n")
    .filter((line) => line.includes(SECRET));
const count = (source: string): number => leftOf(source).lines.split("#12").length - 1;

describe.each(Object.entries(privateWords))("the words of %s", (_language, lists) => {
  const marks = [lists.anywhere, lists.leading, lists.alone].flatMap(split);

  test("keep an item private in brackets, as a label, behind a speaker and in bold", () => {
    const items = marks
      .filter((words) => words !== "redacted")
      .flatMap((words) => [
        `- [${words}] ${SECRET}`,
        `- the ${SECRET} (${words})`,
        `- ${words}: ${SECRET}`,
        `- Ada: ${words}: ${SECRET}`,
        `- **${words}** ${SECRET}`,
      ]);

    expect(leaks(items.join("\n"))).toEqual([]);
    expect(keeps(leftOf(items.join("\n")))).toBe(true);
  });

  test("keep the part of a heading private, and no other", () => {
    const parts = marks.map((words) => `## ${words}\n\n${SECRET} ${words}\n\n## Cups\n\n#12`);
    const source = `# Tea\n\n${parts.join("\n\n")}`;

    expect(leaks(source)).toEqual([]);
    expect(count(source)).toBe(marks.length);
  });

  test("begin a private part and end it", () => {
    const opens = [...split(lists.opens), "[private]"];
    const closes = [...split(lists.closes), "[/private]"];
    const opening = opens.map((words) => `## Cups\n\n#12\n\n${words}\n\n${SECRET} ${words}`).join("\n\n");
    const both = closes.map((words) => `## Cups\n\n[private]\n\n${SECRET}\n\n${words}\n\n#12`).join("\n\n");

    expect(leaks(opening)).toEqual([]);
    expect(count(opening)).toBe(opens.length);
    expect(leaks(both)).toEqual([]);
    expect(count(both)).toBe(closes.length);
  });
});

test.each([
  `- Grete: vertraulich, ${SECRET}`,
  `# Rat\n\n## B. Nichtöffentlicher Teil\n\n${SECRET}`,
  `Le conseil siège à huis clos : ${SECRET}`,
  `- Jean : confidentiel, ${SECRET}`,
  `- 【非公開】${SECRET}`,
  `- 非公開：${SECRET}`,
  `- 机密：${SECRET}`,
  `以下内容保密\n\n${SECRET}`,
  `- (비공개) ${SECRET}`,
])("people write %j", (source) => {
  expect(keeps(leftOf(source))).toBe(true);
});
