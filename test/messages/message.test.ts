import { describe, expect, test } from "@jest/globals";
import { CodedError, errorText } from "../../src/messages/coded-error.ts";
import { counted, messagesOf } from "../../src/messages/message.ts";

const say = messagesOf({
  "not-listed": "{repository} isn't listed in {file}; add {repository}.",
  done: "Already marked done in the minutes.",
});

describe("a message", () => {
  test("has its code, its values and the text that both make", () => {
    expect(say("not-listed", { repository: "octo/tea", file: "a.yml" })).toEqual({
      code: "not-listed",
      values: { repository: "octo/tea", file: "a.yml" },
      text: "octo/tea isn't listed in a.yml; add octo/tea.",
    });
  });

  test("needs no values where its text has none", () => {
    expect(say("done")).toEqual({ code: "done", values: {}, text: "Already marked done in the minutes." });
  });

  test("fills in each value once: what a value says is not a place to fill in", () => {
    const { text } = say("not-listed", { repository: "{file}", file: "$1" });
    expect(text).toBe("{file} isn't listed in $1; add {file}.");
  });

  test("doesn't compile with a value missing or a code that isn't there", () => {
    // @ts-expect-error: the file is missing
    say("not-listed", { repository: "octo/tea" });
    // @ts-expect-error: no such code
    say("unknown");
    expect(say("done").text).not.toBe("");
  });
});

test("an error for people has the code, the values and the text of its message", () => {
  const cause = new Error("no");
  const error = new CodedError(say("not-listed", { repository: "octo/tea", file: "a.yml" }), { cause });
  expect(error).toMatchObject({
    code: "not-listed",
    values: { repository: "octo/tea", file: "a.yml" },
    message: "octo/tea isn't listed in a.yml; add octo/tea.",
    cause,
  });
});

test("whatever was thrown has a text", () => {
  expect(errorText(new Error("gone"))).toBe("gone");
  expect(errorText({ message: "gone" })).toBe("gone");
  expect(errorText("gone")).toBe("gone");
  expect(errorText(undefined)).toBe("undefined");
});

test("a count goes with its noun", () => {
  expect([counted(1, "reference"), counted(3, "reference"), counted(0, "entry", "entries")]).toEqual([
    "1 reference",
    "3 references",
    "0 entries",
  ]);
});
