import { expect, test } from "@jest/globals";
import { titleText } from "../../../src/language/text/title-text.ts";

test.each([
  ["Update the site: https://example.org/pots", "Update the site"],
  ["Read the guide (https://example.org/guide) to pots", "Read the guide to pots"],
  ["Read the guide, see e.g. https://example.org and https://example.com/a", "Read the guide"],
  ["Read [the guide](https://example.org/guide) to pots", "Read the guide to pots"],
  ["Reply on https://github.com/octo-org/app/issues/12", "Reply on octo-org/app#12"],
  ["https://example.org/guide", "example.org"],
  ["#31 waits for rain", "#31 waits for rain"],
  ["- #31 waits for rain", "#31 waits for rain"],
  ["# Rain", "Rain"],
])("%j has no host in a title", (text, expected) => {
  expect(titleText(text)).toBe(expected);
});
