import { expect, test } from "@jest/globals";
import { issueToken, resolveTokens } from "../../src/plan/tokens.ts";

const KEY = "issue:acme/minutes:m/a%-b.md:1";
const URL = "https://github.com/acme/app/issues/3";
const find = (key: string) => (key === KEY ? { target: "acme/app#3", url: URL } : undefined);

test("a token becomes the address of its issue, and nothing where that does not exist", () => {
  expect(resolveTokens(`See ${issueToken(KEY)}, ${issueToken("other")}.`, find)).toBe(`See ${URL}, .`);
});

test("what people wrote that only looks like a token stays", () => {
  const words = "Ours <!--minutebook-issue:100%--> and <!--minutebook-issue:%E0%A4-->";

  expect(resolveTokens(`${words} ${issueToken(KEY)}`, find)).toBe(`${words} ${URL}`);
});
