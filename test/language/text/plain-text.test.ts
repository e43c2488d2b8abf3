import { expect, test } from "@jest/globals";
import { plainText } from "../../../src/language/text/plain-text.ts";

test.each([
  ["**Lids** of `cups`", "Lids of cups"],
  ["a <b>loose</b> lid<br/>", "a loose lid"],
  ['<a href="x">the lid</a>', "the lid"],
  ["add `<lid>` to `<cup>`", "add <lid> to <cup>"],
  ["\\<event\\> should allow child \\<listOrg\\>", "<event> should allow child <listOrg>"],
  ["send it to <name>", "send it to <name>"],
  ["lid <!-- loose --> and cup", "lid and cup"],
])("%s reads as %s", (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
