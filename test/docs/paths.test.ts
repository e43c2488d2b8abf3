import { describe, expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { documents } from "./documents.ts";

describe.each(documents)("$file", ({ inlineCodes }) => {
  test("names only files of this repository that are there", () => {
    const paths = inlineCodes
      .map(({ value }) => value)
      .filter((value) => /^(?:src|test|scripts|bench|docs|deploy|\.ci)\/[\w./-]+$/.test(value));

    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
