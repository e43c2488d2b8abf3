import { expect, test } from "@jest/globals";
import { keeps, leftOf, SECRET } from "./left.ts";

test.each([
  ["a space without width", `## Pri\u200Bvate\n\n${SECRET}`],
  ["a joiner", `- [pri\u2060vate] ${SECRET}`],
  ["what parts letters", `## Confi\u200Cdential\n\n${SECRET}`],
  ["a soft hyphen", `## Confi\u00ADdential\n\n${SECRET}`],
  ["a soft hyphen of HTML", `## Confi&shy;dential\n\n${SECRET}`],
  ["a space of HTML, by its number", `## Pri&#x200B;vate\n\n${SECRET}`],
  ["letters in bold that are others", `## 𝗣𝗿𝗶𝘃𝗮𝘁𝗲\n\n${SECRET}`],
  ["a key of front matter", `---\npri\u200Bvate: true\n---\n\n${SECRET}`],
])("a mark is one with %s in it", (_what, source) => {
  expect(keeps(leftOf(`${source}\n\n# Tea\n\n#12`))).toBe(true);
});

test("what is unseen elsewhere keeps nothing private", () => {
  const left = leftOf("\uFEFF# Tea\n\n- pri\u00ADvate repositories of the kettle\n- tea\u200B #12");

  expect(left.read).toContain("octo/tea#12");
});
