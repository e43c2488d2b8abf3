import { readConfig } from "../../src/config/read-config.ts";
import { matchesGlobs } from "../../src/config/globs.ts";
import { defaultReadingOptions } from "../../src/minutes/options.ts";
import { readMinutes } from "../../src/minutes/read.ts";

/** Words with all that has a meaning in a regular expression, twice. */
const STRANGE = ["a+", "(b|b)*", "c.*c.*", "[d]", "needs  work", "x{2}", "e\\e", "aa aa aa"];

/** Each line is for a rule that is built when it is first needed. */
const MINUTES = `# Tea round 2021-03-04

Present: Ada, Linus

## Kettle

- TODO: Ada to tag 1.1 by Friday, TEA-12
- a+: boil it; (b|b)*: pour it
- DECISION: kettle.example.com/octo/tea/issues/1 goes into 1.1
- [private] salaries

## aa aa aa

- needs  work: later
`;

/** Has everything built that is built only while minutes and a configuration are read. */
export function runSamples(): void {
  readMinutes("meetings/2021-03-04.md", MINUTES, {
    ...defaultReadingOptions,
    repository: "octo/tea",
    repositories: { "t.e+a": "octo/tea" },
    milestones: ["1.0", "1.1", ...STRANGE],
    actionMarkers: STRANGE,
    decisionMarkers: STRANGE,
    privateMarkers: STRANGE,
    prefixes: Object.fromEntries(["TEA", ...STRANGE].map((prefix) => [prefix, "octo/tea"])),
    hosts: ["github.com", "kettle.example.com"],
  });
  const { config } = readConfig('minutes: ["**/[a-c]*.md", "[!x]/**"]\n', ".github/minutebook.yml");
  if (config !== null) matchesGlobs(config.minutes, "meetings/a.md");
}
