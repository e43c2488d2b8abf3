import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import picomatch from "picomatch";
import { compileGlob } from "../../src/config/glob.ts";
import { matchesGlobs } from "../../src/config/globs.ts";
import { readConfig } from "../../src/config/read-config.ts";

describe("a glob", () => {
  test.each([
    ["*.md", "a.md", true],
    ["*.md", "a/b.md", false],
    ["**/*.md", "a.md", true],
    ["**/*.md", "a/b/c.md", true],
    ["calls/**", "calls/a/b.md", true],
    ["calls/**", "talks/a.md", false],
    ["calls/**", "calls", false],
    ["calls/**/2026/*.md", "calls/2026/1.md", true],
    ["calls/20??-*.md", "calls/2026-01.md", true],
    ["calls/20??-*.md", "calls/206-01.md", false],
    ["[A-M]*.md", "b.md", true],
    ["[!a-m]*.md", "b.md", false],
    ["x{a,{b,c}}.md", "xc.md", true],
    ["x{a}.md", "x{a}.md", true],
    ["Calls/*.MD", "calls/a.md", true],
    ["*", ".hidden", false],
    ["**", ".git/config", false],
    [".github/*.md", ".github/a.md", true],
    ["a\\*b", "a*b", true],
    ["a\\*b", "axb", false],
    ["c++/(x).md", "c++/(x).md", true],
    ["[z-a]", "z", false],
  ])("%s and %s: %s", (glob, path, expected) => {
    expect(compileGlob(glob)(path)).toBe(expected);
  });

  test("means what it means elsewhere", () => {
    const part = fc
      .array(fc.constantFrom("a", "b", "*", "?", ".", "[ab]", "{a,b}", "{ab,*}"), {
        minLength: 1,
        maxLength: 5,
      })
      .map((tokens) => tokens.join(""));
    const globs = fc
      .array(fc.oneof(part, fc.constant("**")), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join("/"))
      // Three stars in a row, and names of dots alone, have no meaning that all libraries share.
      .filter(
        (glob) => !/\*\*\*|[^/]\*\*|\*\*[^/]|(?:^|\/)[.?*[\]{},ab]*\.(?:$|\/)|(?:^|\/)\.|\{/.test(glob),
      );
    const paths = fc
      .array(fc.stringMatching(/^[ab]{1,3}(?:\.[ab])?$/), { minLength: 1, maxLength: 4 })
      .map((names) => names.join("/"));

    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        // Elsewhere `a/**` names `a` too, but not always.
        fc.pre(!glob.endsWith("/**") || !picomatch.isMatch(path, glob.slice(0, -3)));

        expect([glob, path, compileGlob(glob)(path)]).toEqual([glob, path, picomatch.isMatch(path, glob)]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["*a".repeat(60), "**/*a*a*a/".repeat(15), "{a,a}{a,a}{a,a}{a,a}*a*a*a*b", "[a]*".repeat(40)])(
    "that is meant to take for ever is matched at once: %s",
    (glob) => {
      const path = `${"a".repeat(250)}/`.repeat(16).concat("c");
      const start = process.cpuUsage();

      expect(compileGlob(glob)(path)).toBe(false);

      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1e6).toBeLessThan(5);
    },
  );
});

describe("thousands of paths are matched in time", () => {
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const paths = [
    ...many(1000, (index) => `${"a".repeat(120)}${index}b`),
    ...many(1000, (index) => `${"a/".repeat(40)}${"a".repeat(20)}${index}.md`),
    ...many(1000, (index) =>
      (index * 2_654_435_761).toString(2).repeat(4).replaceAll("0", "a").replaceAll("1", "b"),
    ),
  ];

  test.each([
    ["stars", many(24, (index) => `${"*a".repeat(16)}${"a".repeat(160)}${index}`)],
    ["folders", many(40, (index) => `${"**/*a/".repeat(8)}${index}`)],
    ["windows", many(24, (index) => `*a${"?".repeat(100)}*b${"?".repeat(90)}${index}`)],
    ["classes", many(24, (index) => `${"*[a-z]".repeat(16)}${"[!b]".repeat(20)}${index}`)],
    ["braces", many(4, (index) => `{${many(45, (one) => `*${one}`).join(",")}}${index}`)],
  ])("whatever the globs: %s", (_name, globs) => {
    expect(readConfig(JSON.stringify({ minutes: globs }), "minutebook.yml").problems).toEqual([]);
    const start = process.cpuUsage();

    for (const path of paths) matchesGlobs(globs, path);

    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(8);
  });

  test.each([
    ["stars", ["*a".repeat(20)], 'with more than 16 "*"'],
    ["folders", ["a/".repeat(20)], 'with more than 16 "/"'],
    ["alternatives", ["{a,b}".repeat(9)], "with too many {a,b}"],
    [
      "alternatives together",
      many(3, (index) => `{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}${"{a,b}"}${index}`),
      "200 patterns",
    ],
    ["characters together", many(40, () => "a".repeat(199)), "5000 characters"],
    ["globs", many(101, () => "a"), "at most 100 entries"],
  ])("a configuration with more is refused: %s", (_name, globs, message) => {
    const { problems } = readConfig(JSON.stringify({ minutes: globs }), "minutebook.yml");

    expect(problems.map((problem) => problem.message).join()).toContain(message);
  });
});
