import { readMinutes } from "../../src/minutes/read.ts";
import type { Meeting } from "../../src/minutes/meeting.ts";
import { defaultReadingOptions, type ReadingOptions } from "../../src/minutes/options.ts";

/** A small team's options; a test states only what is different. */
export const teaOptions: ReadingOptions = {
  ...defaultReadingOptions,
  repository: "octo/tea",
  repositories: { tea: "octo/tea", kettle: "octo/kettle", "tea-pot": "octo/tea-pot" },
  people: { Ada: "ada", Grace: "ghop" },
  milestones: ["1.2", "1.2.1", "Beta 2"],
};

/** Reads minutes of `2021-03-02` unless another path is given. */
export function readText(
  source: string,
  options: Partial<ReadingOptions> = {},
  path = "meetings/2021-03-02.md",
): Meeting {
  return readMinutes(path, source, { ...teaOptions, ...options });
}
