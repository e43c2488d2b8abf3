import { describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";

const dockerfile = readFileSync("Dockerfile", "utf8");
const ignored = readFileSync(".dockerignore", "utf8").split("\n");

/** The sources of each COPY from the checkout. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(
  ([, sources = ""]) => sources.split(" "),
);

describe("the Dockerfile", () => {
  test.each(copied)("copies %s, which exists and is not ignored", (path) => {
    expect(existsSync(path)).toBe(true);
    expect(ignored).toContain(`!${path}`);
  });

  test("copies everything that the build and the app read", () => {
    expect(copied).toEqual(
      expect.arrayContaining([
        "package.json",
        "package-lock.json",
        "src",
        "scripts",
        "tsconfig.build.json",
        "app.yml",
      ]),
    );
  });

  test("does not run as root", () => {
    expect(dockerfile.lastIndexOf("\nUSER node")).toBeGreaterThan(dockerfile.lastIndexOf("\nFROM"));
  });
});
