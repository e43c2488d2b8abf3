import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";
import { keeps, leftOf, SECRET } from "./left.ts";

const TEXT = `# ${SECRET}\n\nPresent: ${SECRET}\n\n- TODO: Ada to buy ${SECRET} for #12`;

describe("a file is private as a whole", () => {
  test.each([
    ["a flag", `---\nprivate: true\n---\n\n${TEXT}`],
    ["another flag, with a remark", `---\ntitle: ${SECRET}\nconfidential: yes # so far\n---\n\n${TEXT}`],
    ["a flag of the contrary", `---\npublic: false\n---\n\n${TEXT}`],
    ["who sees it", `---\nvisibility: private\n---\n\n${TEXT}`],
    ["a tag", `---\ntags: [team, private]\n---\n\n${TEXT}`],
    ["a tag in a list", `---\ntags:\n  - team\n  - "confidential"\n---\n\n${TEXT}`],
    ["a nested key", `---\nmeta:\n  private: true\n---\n\n${TEXT}`],
    ["a value below its key", `---\nvisibility: >-\n  private\n---\n\n${TEXT}`],
    ["a value with a type", `---\nvisibility: !!str private\n---\n\n${TEXT}`],
    ["JSON", `---\n{"private": true}\n---\n\n${TEXT}`],
    ["a remark alone", `---\n# private\n---\n\n${TEXT}`],
    ["TOML", `+++\nprivate = true\n+++\n\n${TEXT}`],
    ["a banner", `# ${SECRET}\n\nCONFIDENTIAL\n\n## Cups\n\n${TEXT}`],
    [
      "a banner that says what it is",
      `# ${SECRET}\n\n**Classification:** confidential\n\n## Cups\n\n${TEXT}`,
    ],
    ["its title", `# ${SECRET} (closed session)\n\n## Cups\n\n- TODO: Ada to buy ${SECRET}`],
    ["a comment at its top", `<!-- private -->\n\n${TEXT}`],
    ["a comment with a flag", `<!-- confidential: true -->\n\n${TEXT}`],
  ])("by %s", (_what, source) => {
    expect(keeps(leftOf(source))).toBe(true);
  });

  test.each(["m/2021-03-02-closed-session.md", "m/confidential/2021-03-02.md", "huis-clos/2021-03-02.md"])(
    "by its path %s",
    (path) => {
      expect(keeps(leftOf(TEXT, path))).toBe(true);
      expect(readText(TEXT, {}, path).warnings).toEqual([]);
    },
  );
});

test.each([
  ["---\nprivate: false\n---", "m/2021-03-02.md"],
  ["---\ntags: [team]\npublic: true\n---", "m/2021-03-02.md"],
  ["---\nstatus: draft\n---", "m/2021-03-02.md"],
  ["# Tea", "m/2021-03-02-private-repositories.md"],
  ["# Tea", "m/private-beta/2021-03-02.md"],
])("%j in %s keeps nothing private", (head, path) => {
  expect(leftOf(`${head}\n\n#12`, path).lines).toContain("#12");
});
