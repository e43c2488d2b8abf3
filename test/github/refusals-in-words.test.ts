import { describe, expect, test } from "@jest/globals";
import { GitHubError } from "../../src/github/errors.ts";
import {
  isAlreadyThere,
  isWithoutAncestor,
  isWithoutLabel,
  refusesAssignees,
  refusesType,
} from "../../src/github/refusals-in-words.ts";
import { gitHubMessage } from "../../src/messages/github-errors.ts";

function refusal(status: number, answer: string, errors?: readonly object[]): GitHubError {
  const cause = { response: { data: { message: answer, errors } } };
  return new GitHubError(gitHubMessage("query-failed", { answer }), { kind: "refused", status, cause });
}

describe("a validation error", () => {
  const taken = refusal(422, "Validation Failed", [
    { resource: "Label", field: "name", code: "already_exists" },
  ]);
  const refused = refusal(422, "Validation Failed", [{ field: "assignees", code: "invalid" }]);

  test("says by its code that something is there already, and by its field who can't be assigned", () => {
    expect([isAlreadyThere(taken), refusesAssignees(taken)]).toEqual([true, false]);
    expect([isAlreadyThere(refused), refusesAssignees(refused)]).toEqual([false, true]);
    const untyped = refusal(422, "Validation Failed", [{ field: "type", code: "invalid" }]);
    expect([refused, untyped].map(refusesType)).toEqual([false, true]);
  });

  test("isn't known by the words in its text", () => {
    const error = refusal(422, "already_exists: assignees");

    expect([isAlreadyThere(error), refusesAssignees(error)]).toEqual([false, false]);
    expect(isAlreadyThere(refusal(409, "Conflict", [{ code: "already_exists" }]))).toBe(false);
    expect(isAlreadyThere(new Error("already_exists"))).toBe(false);
  });
});

test("what only GitHub's English tells apart is matched in a 404 alone", () => {
  expect(isWithoutLabel(refusal(404, "Label does not exist"))).toBe(true);
  expect(isWithoutLabel(refusal(404, "Not Found"))).toBe(false);
  expect(isWithoutLabel(refusal(422, "Label does not exist"))).toBe(false);
  expect(isWithoutAncestor(refusal(404, "No common ancestor between one and two."))).toBe(true);
  expect(isWithoutAncestor(refusal(404, "Not Found"))).toBe(false);
});
