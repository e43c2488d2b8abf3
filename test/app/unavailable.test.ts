import { expect, test } from "@jest/globals";
import { withinTime } from "../../src/app/unavailable.ts";

test("what answers in time is passed on", async () => {
  expect(await withinTime(Promise.resolve("here"), 1000)).toBe("here");
});

test("what fails is answered with 503, and its reason", async () => {
  const answer = withinTime(Promise.reject(new Error("GitHub is away")), 1000);
  await expect(answer).rejects.toMatchObject({ status: 503, message: "GitHub is away" });
});

test("what takes too long is answered with 503", async () => {
  const answer = withinTime(new Promise(() => undefined), 10);
  await expect(answer).rejects.toMatchObject({ status: 503, message: "no answer within 0.01 s" });
});
