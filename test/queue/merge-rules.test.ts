import { expect, test } from "@jest/globals";
import { mergeJobs } from "../../src/queue/merge-rules.ts";
import { buildJob } from "./build-job.ts";

test("where the head was seen is what the newer look says, or nobody", () => {
  const look = (data: object) => buildJob({ cause: "catch-up", data: { before: "a", ...data } });

  expect(mergeJobs(look({ seen: "b" }), look({ seen: "c" })).data).toEqual({ before: "a", seen: "c" });
  expect(mergeJobs(look({ seen: "b" }), look({})).data).toEqual({ before: "a" });
});
