import { expect, test } from "@jest/globals";
import { hasCode, reasons } from "../../src/messages/reasons.ts";
import { commentReason } from "../../src/messages/reasons/comment-reasons.ts";
import { isFileProblem } from "../../src/messages/reasons/file-problems.ts";

test("a reason is asked for its code, whatever its text", () => {
  const reason = { ...commentReason("thread-locked"), text: "Changed." };

  expect(hasCode(reason, "thread-locked")).toBe(true);
  expect(hasCode(reason, "comment-hidden", "thread-locked")).toBe(true);
  expect(hasCode(reason, "comment-hidden")).toBe(false);
  expect(hasCode(null, "thread-locked")).toBe(false);
});

test("problems of files are distinguished from other notices", () => {
  expect(isFileProblem("file-binary")).toBe(true);
  expect(isFileProblem("many-meetings")).toBe(false);
  expect(isFileProblem("toString")).toBe(false);
});

test("every text is one line with a mark at its end, or a value alone", () => {
  const texts = Object.values(reasons).flatMap((catalog): readonly string[] => Object.values(catalog));

  expect(texts.length).toBeGreaterThan(90);
  expect(texts.filter((text) => !/^[^\n]*(?:\.|\})$/.test(text))).toEqual([]);
});
