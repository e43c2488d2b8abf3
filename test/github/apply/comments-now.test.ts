import { expect, test } from "@jest/globals";
import { CommentsNow } from "../../../src/github/apply/comments-now.ts";
import type { CommentStep, Step } from "../../../src/plan/plan.ts";
import { commentStep } from "../build-plan.ts";

let asked: number;
let now: number;

function deletion(key: string, commentId: number): CommentStep {
  return commentStep({ key, action: "delete", commentId });
}

/** Of the comments that people answered these are the ids. */
function commentsOf(steps: readonly Step[], touched: readonly number[]): CommentsNow {
  asked = 0;
  now = 0;
  const findComments = async () => {
    asked += 1;
    const common = { key: "", number: 1, url: "", target: "", body: "" };
    return [1, 2, 3].map((id) => ({ ...common, id, isTouched: touched.includes(id) }));
  };
  return new CommentsNow({ findComments }, steps, () => now);
}

const [first, second] = [deletion("one", 1), deletion("two", 2)];

test("comments about to be deleted are read together, and again after a while", async () => {
  const comments = commentsOf([first, second], [2]);

  expect(await comments.isTouched(first, 1)).toBe(false);
  expect(await comments.isTouched(second, 2)).toBe(true);
  expect(asked).toBe(1);
  now = 5_000;
  expect(await comments.isTouched(second, 2)).toBe(true);
  expect(asked).toBe(2);
});

test("one that is there twice goes, whoever answered", async () => {
  const double = deletion("one#duplicate-3", 3);

  expect(await commentsOf([double], [3]).isTouched(double, 3)).toBe(false);
  expect(asked).toBe(0);
});
