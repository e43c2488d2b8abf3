import { describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/config/read-config.ts";

const read = (text: string) => readConfig(text, "minutebook.yml").problems;

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** As much of a text as a configuration may have. */
const fill = (text: string) => text.repeat(Math.floor(65_000 / text.length));

const cpuSeconds = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

describe("a configuration that is too much is refused with the line that goes too far", () => {
  test.each([
    ["bytes", `# ${"中".repeat(20_000)}\n\n# ${"中".repeat(2_000)}\n`, 3, "larger than 64 KiB"],
    ["bytes in one line", `repository: ${"a".repeat(240_000)}`, 1, "larger than 64 KiB"],
    ["keys", `people:\n${many(2500, (index) => `  p${index}: x`)}`, 2001, "at most 2000"],
    ["lines", "\n".repeat(6000), 5000, "Too many lines, expected at most 5000."],
    ["values", `milestones: [\n${many(4200, () => " x,")}]`, 4000, "at most 8000"],
    ["anchors as keys", `people:\n${many(60, (index) => `  &a${index} p${index}: x`)}`, 52, "at most 50"],
    ["aliases as keys", `mode: &a auto\npeople:\n${many(60, () => "  *a : x")}`, 52, "at most 50"],
    ["merge keys", `x: &a {y: 1}\n${many(60, (index) => `b${index}: {<<: *a}`)}`, 51, "at most 50"],
    ["tags", `milestones:\n${many(60, () => "  - !!str 1")}`, 52, "at most 50"],
    ["documents", "---\n".repeat(60), 51, "at most 50"],
    ["brackets", `x:\n  ${"[".repeat(30)}`, 2, "at most 20"],
    ["braces", `x:\n  ${"{".repeat(30)}`, 2, "at most 20"],
    ["dashes", `x:\n  ${"- ".repeat(30)}a`, 2, "at most 20"],
    ["question marks", `x:\n  ${"? ".repeat(30)}a`, 2, "at most 20"],
    ["indentation", many(30, (index) => `${" ".repeat(index)}a:`), 21, "at most 20"],
    ["escapes that are none", `mode:\n  "${"\\x".repeat(3000)}"`, 2, "Invalid YAML: invalid escape"],
  ])("too many %s", (_name, text, line, message) => {
    const problems = read(text);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.message).toContain(message);
  });

  test("one that people write is not, however many people it names", () => {
    const people = many(1500, (index) => `  Person ${index}: login-${index}`);
    const template = `comments:\n  template: |\n${many(200, () => "    *{{intro}}* - - - [[[[[[ ??? &&& !!!")}`;

    expect(read(`# all of us\npeople:\n${people}\n${template}\nminutes: &m ["a/*.md"]\n`)).toEqual([]);
  });

  test("a list that is named again by an alias is a list", () => {
    const { config } = readConfig('milestones: &all ["1"]\ndecisions: {markers: *all}', "minutebook.yml");

    expect(config?.decisions.markers).toEqual(["1"]);
  });
});

test("every escape that YAML knows is taken, and a backslash that is escaped begins none", () => {
  const marker = '"\\x41\\u009b\\U0001F600\\\\q\\t\\n\\e\\0\\a\\_\\N\\L\\P\\/\\ \\" \\\\"';

  expect(readConfig(`decisions: {markers: [${marker}]}`, "x").config?.decisions.markers).toEqual([
    'A\u009b\u{1F600}\\q\t\n\u001b\0\u0007\u00a0\u0085\u2028\u2029/ " \\',
  ]);
  expect(read('mode: "\\\\\\q"')[0]?.message).toContain("invalid escape");
});

describe("problems", () => {
  test("beyond fifty are counted", () => {
    const problems = read(many(70, (index) => `key${index}: 1`));

    expect(problems).toHaveLength(51);
    expect(problems[50]).toMatchObject({
      line: 51,
      code: "more-problems",
      message: "20 more problems follow. Fix those above first.",
    });
  });

  test("quote no more of what is wrong than can be read", () => {
    const long = "x".repeat(50_000);
    for (const text of [`repository: "${long}"`, `people: {A: "@${long}"}`, `minutes: ["@(${long}"]`])
      for (const { message } of read(text)) expect(message.length).toBeLessThan(400);
    expect(read(`? ${long}\n: 1`)[0]?.message.length).toBeLessThan(400);
  });

  test.each(["{a}: 1", "[a]: 1", "? - a\n: 1"])("name a key that is no text: %j", (text) => {
    expect(read(text)[0]?.code).toBe("key-not-text");
  });
});

describe("every configuration is read in time that grows with its length alone", () => {
  test.each([
    'repository: "github"',
    'repository: "a/"',
    "a: 1\n",
    "a: b: c\n",
    "k: [",
    "- ",
    "? ",
    ": \n",
    "[,",
    ",",
    "! ",
    "&a ",
    "*a ",
    "&a a: 1\n",
    "%A\n",
    "---\n",
    "...\n",
    "\n",
    "\r\n",
    "#\n",
    "~#\n\n    ? ",
    "minutes: [",
    "people:\n  ",
    "|\n a\n",
    "'",
    '"\\x',
    '"',
    "\t",
    "@\n",
    "{{",
    "中",
    "\u0002\u001f",
  ])("%j over and over", (unit) => {
    const bare = fill(unit);
    const quoted = `repository: "${fill(JSON.stringify(unit).slice(1, -1))}"`;

    expect(cpuSeconds(() => [bare, `people:\n  A: ${bare}`, `[${bare}`, quoted].forEach(read))).toBeLessThan(
      4,
    );
  });

  test.each([
    ["unknown keys", many(1900, (index) => `kyes${index}: 1`)],
    ["wrong logins", `people:\n${many(1900, (index) => `  p${index}: "@@"`)}`],
    ["keys that stand twice", "a: 1\n".repeat(1900)],
    ["braces", `minutes: ["${"{a,b}".repeat(39)}"]`],
    ["open braces", `minutes: [${many(300, () => `"${"{,".repeat(95)}",`)}]`],
    ["token signs", `comments: {template: "{{${" ".repeat(19_000)}"}`],
    ["a key like one of ours", `? ${"comments".repeat(7000)}\n: 1`],
  ])("%s", (_name, text) => {
    expect(cpuSeconds(() => read(text))).toBeLessThan(4);
  });
});
