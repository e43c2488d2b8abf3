import { expect, test } from "@jest/globals";
import { removeInvisible } from "../../../src/language/text/invisible.ts";

test.each([
  ["a soft hyphen", "mee\u00ADting", "meeting"],
  ["what reorders", "a\u202Eb\u2066c", "abc"],
  ["zero-width space", "@\u200Bada", "@ada"],
  ["what stands for an image", "Speed \uFFFC", "Speed "],
  ["half a surrogate pair", "a\uD83Db", "a\uFFFDb"],
  ["a filler that looks like nothing", "a\u3164b\u115F", "ab"],
  ["tags that spell what nobody sees", "a\u{E0041}\u{E0001}", "a"],
  ["a line's end that is none in Markdown", "a\u2028b\u2029c", "a b c"],
  ["a joiner between plain letters", "a\u200Db", "ab"],
])("%s is taken out", (_name, text, expected) => {
  expect(removeInvisible(text)).toBe(expected);
});

test.each([
  ["an emoji of several", "👩\u200D🚀"],
  ["Persian with a joiner", "می\u200Cخواهم"],
  ["line ends and tabs", "a\n\tb"],
])("%s stays", (_name, text) => {
  expect(removeInvisible(text)).toBe(text);
});
