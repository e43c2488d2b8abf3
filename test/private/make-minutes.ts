import fc from "fast-check";
import { privateWords } from "../../src/language/privacy.ts";

/** Words that are in private parts and nowhere else. */
const SECRETS = [
  "kumquat",
  "zeppelin",
  "marzipan",
  "periwinkle",
  "gazpacho",
  "xylophone",
  "quinoa",
  "tarmac",
];
const GUESTS = ["Wolfgang Amadeus", "Nefertiti", "Zbigniew"];
/** Numbers of issues, days and releases that only private parts name. */
const NUMBERS = [661, 662, 663, 667];
const DAYS = ["2031-05-06", "2032-07-08"];
const RELEASES = ["2.0"];

/** What matches anything of a private part, in whatever form it is repeated. */
export const SECRET = new RegExp(
  [
    ...SECRETS,
    "wolfgang|amadeus|nefertiti|zbigniew",
    // Not a part of a hash.
    "(?<![0-9a-f])(?:66[1237](?![0-9a-f])|203[12]-)",
    "\\b2\\.0\\b",
  ].join("|"),
  "i",
);

const secret = fc.record({
  word: fc.constantFrom(...SECRETS),
  guest: fc.constantFrom(...GUESTS),
  number: fc.constantFrom(...NUMBERS),
  day: fc.constantFrom(...DAYS),
  release: fc.constantFrom(...RELEASES),
  kind: fc.nat(7),
});
type Secret = typeof secret extends fc.Arbitrary<infer Value> ? Value : never;

/** One line of talk that holds a finding of some kind. */
function lineOf({ word, guest, number, day, release, kind }: Secret): string {
  const lines = [
    `TODO: ${guest} to buy the ${word} for #${number} by ${day}`,
    `RESOLVED: the ${word} of #${number} goes into ${release}`,
    `${guest} says that https://github.com/octo-org/app/issues/${number} is a ${word}`,
    `the ${word} costs ${number}, says @${word}`,
    `ACTION: @${word} to look at octo-org/app#${number}`,
    `AGREED: ${guest} leads the ${word} until ${day}`,
    `Present: ${guest} (@${word})`,
    `[${word}](https://github.com/octo-org/app/pull/${number}) slipped to ${release}`,
  ];
  return lines[kind] ?? word;
}

const marks = Object.values(privateWords).flatMap(({ anywhere, leading, alone }) =>
  [anywhere, leading, alone]
    .join("|")
    .split("|")
    // What is said of the lines above keeps none of those below.
    .filter((words) => words !== "" && words !== "redacted" && !/^(?:above|preceding)\b/.test(words))
    .map((words) => words.replace(/[*.]$/, "")),
);

/** Ways to keep lines private, as Markdown. Each is a part of a page by itself, and ends before the next heading. */
const SHAPES: readonly ((lines: readonly string[], mark: string) => readonly string[])[] = [
  (lines, mark) => [`### ${mark}`, "", ...lines.flatMap((line) => [line, ""])],
  (lines, mark) => [`### Board / ${mark}`, "", ...lines.map((line) => `- ${line}`)],
  (lines, mark) => lines.map((line) => `- [${mark}] ${line}`),
  (lines, mark) => lines.map((line) => `- ${line} (${mark})`),
  (lines, mark) => lines.map((line) => `- Mona: ${mark}: ${line}`),
  (lines, mark) => lines.flatMap((line) => [`**Hubot:** [${mark}] ${line}`, ""]),
  (lines, mark) => lines.flatMap((line) => [`**${mark}** ${line}`, ""]),
  (lines, mark) => [`- [${mark}] more`, ...lines.map((line) => `  - ${line}`)],
  (lines, mark) => [`**[${mark}]**`, "", ...lines.flatMap((line) => [line, ""])],
  (lines, mark) => ["| what | how |", "| - | - |", ...lines.map((line) => `| ${line} | [${mark}] |`)],
  (lines, mark) => [`| what | [${mark}] |`, "| - | - |", ...lines.map((line) => `| more | ${line} |`)],
  (lines) => ["<!-- minutebook: private -->", "", ...lines, "", "<!-- /minutebook: private -->"],
  (lines) => ["<!-- private -->", "", ...lines.map((line) => `- ${line}`), "", "<!-- end private -->"],
  (lines) => ["[private]", "", ...lines.map((line) => `- ${line}`), "", "[/private]"],
  (lines) => ["::: private", ...lines, ":::"],
  (lines) => ["<private>", "", ...lines, "", "</private>"],
  (lines) => ["We went into executive session.", "", ...lines, "", "The board returned to open session."],
  (lines) => ["- [private]", "", ...lines.map((line) => `  ${line}`)],
  (lines) => ["Off the record:", "", ...lines.map((line) => `- ${line}`)],
  (lines) => lines.flatMap((line) => [`<mona> /me ${line}`, ""]),
  (lines, mark) => [`> [!${mark}]`, ...lines.map((line) => `> ${line}`)],
  (lines) => ["```private", ...lines, "```"],
];

/** The same for the log of a chat, a line each. */
const LOG_SHAPES: readonly ((line: string, mark: string) => string)[] = [
  (line) => `10:00 * mona ${line}`,
  (line) => `10:00 <mona> /me ${line}`,
  (line) => `10:00 <hubot> [off] ${line}`,
  (line) => `10:00 <hubot> ${line} [off]`,
  (line, mark) => `10:00 <hubot> [${mark}] ${line}`,
  (line, mark) => `10:00 <mona> ${mark}: ${line}`,
];

const PUBLIC = [
  "- #1 is about lids, and 1.1 waits for it",
  "- TODO: Mona to glue the lid of #2",
  "DECISION: #1 will go in 1.1",
  "Hubot: the spout of #3 drips",
  "- lids\n  - https://github.com/octo-org/app/issues/4\n  - glue holds",
  "| what | who |\n| - | - |\n| TODO: test the glue | Hubot |",
  "Present: Mona, Hubot",
];

const piece = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(...PUBLIC).map((text) => ({ text, shape: null, mark: "", count: 0 })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      text: fc.constant(""),
      shape: fc.nat(SHAPES.length - 1),
      mark: fc.constantFrom(...marks),
      count: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

/** Minutes with private parts: as a chat's log or as Markdown, and the same with other secrets in their place. */
export const minutesPair = fc
  .record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 8 }),
    isLog: fc.nat(4).map((number) => number === 0),
    isEdit: fc.nat(4).map((number) => number === 0),
    one: fc.array(secret, { minLength: 24, maxLength: 24 }),
    other: fc.array(secret, { minLength: 24, maxLength: 24 }),
  })
  .map(({ pieces, isLog, isEdit, one, other }) => {
    const write = (secrets: readonly Secret[]): string => {
      let next = 0;
      const take = (): string => {
        const taken = secrets[next];
        next += 1;
        return taken === undefined ? "kumquat" : lineOf(taken);
      };
      const parts = pieces.map(({ text, shape, mark, count }) => {
        if (shape === null) return isLog ? logOf(text) : text;
        const lines = Array.from({ length: count }, take);
        return isLog
          ? lines.map((line) => LOG_SHAPES[shape % LOG_SHAPES.length]?.(line, mark)).join("\n")
          : (SHAPES[shape]?.(lines, mark).join("\n") ?? "");
      });
      return isLog ? asLog(parts) : asMarkdown(parts);
    };
    const path = isLog ? "meetings/2021-03-04.log" : "meetings/2021-03-04.md";
    return { path, one: write(one), other: write(other), isEdit };
  });

const logOf = (text: string): string =>
  text
    .split("\n")
    .map((line) => `10:00 <mona> ${line.replace(/^\W+/, "")}`)
    .join("\n");

const asLog = (parts: readonly string[]): string =>
  parts.flatMap((part, index) => [`10:00 <mona> Topic: Part ${index + 1}`, part]).join("\n");

const asMarkdown = (parts: readonly string[]): string =>
  `# Team meeting 2021-03-04\n\n${parts.map((part, index) => `## Part ${index + 1}\n\n${part}\n`).join("\n")}`;
