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

  test("pins what it is built from by digest, with the tag beside it", () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);

    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/^node:\d+\.\d+\.\d+-[\w-]+@sha256:[0-9a-f]{64}$/);
    expect(new Set(images).size).toBe(1);
  });

  test("runs no package's scripts", () => {
    const installs = [...dockerfile.matchAll(/npm (?:ci|install|prune)[^&\n]*/g)].map(([command]) => command);

    expect(installs).toHaveLength(3);
    for (const command of installs) expect(command).toContain("--ignore-scripts");
  });
});
