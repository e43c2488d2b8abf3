import { describe, expect, test } from "@jest/globals";
import { keeps, leftOf, SECRET } from "./left.ts";

const CUPS = "#12";

describe("a mark counts wherever it is", () => {
  test.each([
    ["behind a speaker", `- Ada: off the record, ${SECRET} TODO`],
    ["in brackets behind a speaker in bold", `**Ada:** [private] ${SECRET}`],
    ["in brackets behind a nick", `<ada> [private] ${SECRET}`],
    ["behind a name tag", `- [name=Ada] (5m): [private] ${SECRET}`],
    ["as a label behind a speaker", `Ada (ACME): confidential - ${SECRET}`],
    ["as a word behind a speaker", `- Ada: confidential, ${SECRET}`],
    ["between dashes", `Ada — off the record — ${SECRET}`],
    ["in bold", `**Confidential** ${SECRET}`],
    ["in italics", `- *off the record* ${SECRET}`],
    ["in bold behind a speaker", `Ada: **private** ${SECRET}`],
    ["in capitals", `CONFIDENTIAL the ${SECRET}`],
    ["in code", `\`[private]\` ${SECRET}`],
    ["escaped", `\\[private\\] ${SECRET}`],
    ["in round brackets at the end", `- the ${SECRET} (confidential)`],
    ["in square brackets at the end", `- the ${SECRET} [private]`],
    ["in brackets in the middle", `- the ${SECRET} [off] is dear`],
    ["in brackets with more words", `- Round of ${SECRET} [private for team members only]`],
    ["behind a dash at the end", `- ${SECRET} approvals - private session`],
    ["behind a comma at the end", `- The ${SECRET}, confidential`],
    ["as a hashtag", `- the ${SECRET} #private`],
    ["as a lock", `- 🔒 ${SECRET}`],
    ["as a lock with a key", `- 🔐 ${SECRET}`],
    ["as a heading with a lock", `# Tea\n\n## 🔏 Wages\n\n${SECRET}`],
    ["as a mouth that is shut", `# Tea\n\n## Wages 🤐\n\n${SECRET}`],
    ["as a picture", `# Tea\n\n## ![private](lock.png) Wages\n\n${SECRET}`],
    ["as a picture in an item", `- ![Confidential][lock] ${SECRET}`],
    ["as a footnote's name", `tea[^private]\n\n[^private]: the ${SECRET}\n    and more ${SECRET}`],
    ["in letters with spaces", `# Tea\n\n## P R I V A T E\n\n${SECRET}`],
    ["in letters of two scripts", `# Tea\n\n## \u0420riv\u0430te\n\n${SECRET}`],
    ["behind a check box", `- [ ] [private] Ada to buy the ${SECRET}`],
    ["behind a marker", `TODO (private): Ada to buy the ${SECRET}`],
    ["behind a number", `1. Private: ${SECRET}`],
    ["in a callout", `> [!private]\n> ${SECRET}`],
    ["in a callout in which people speak", `> [!private]\n> Ada: hello\n> TODO: Ada to buy ${SECRET}`],
    ["in a paragraph that goes on", `[private] hello\nTODO: Ada to buy ${SECRET}`],
    ["in a cell", `| what | who |\n| - | - |\n| [private] ${SECRET} | Ada |`],
    ["in another cell of the row", `| what | how |\n| - | - |\n| ${SECRET} | confidential |`],
    ["in the head of a column", `| what | Private notes |\n| - | - |\n| tea | ${SECRET} |`],
    ["in a row of its own", `| what | who |\n| - | - |\n| **Private** | |\n| ${SECRET} | Ada |`],
    ["in a heading's path", `# Tea\n\n## Board / Private\n\n${SECRET}`],
    ["inside a heading's path", `# Tea\n\n## Board > Confidential > Wages\n\n${SECRET}`],
    ["behind a number and before an hour", `# Tea\n\n## 4. Closed session (15 min)\n\n${SECRET}`],
    ["at a heading's start", `# Tea\n\n## Executive session: the ${SECRET}\n\nTODO`],
    ["in a heading of another kind", `Confidential\n------------\n\n${SECRET}`],
    ["as an attribute of pandoc", `# Tea\n\n## Wages {.private}\n\n${SECRET}`],
    ["as an attribute of kramdown", `the ${SECRET}\n{: .confidential}`],
    ["on a code block", `\`\`\`private\n${SECRET}\n\`\`\``],
    ["in the summary of details", `<details><summary>Private</summary>\n\n${SECRET}\n\n</details>`],
    ["as a command of a chat", `**Ada:** /me buys ${SECRET}`],
    ["where the scribe goes on", `<ada> grace: [off] tea\n\n… and ${SECRET}`],
    ["before a list", `Off the record: the following\n\n- cups\n- ${SECRET}`],
    ["above what hangs below it", `- [private] wages\n  - more\n    - ${SECRET}`],
    ["as a request", `- please don't quote this: ${SECRET}`],
    ["struck", `~~private~~ ${SECRET}`],
    ["between signs", `==private== ${SECRET}`],
    ["between quotes of another script", `「非公開」${SECRET}`],
    ["behind a sign of another script", `※非公開 ${SECRET}`],
    ["in words", `Ada: this is confidential: ${SECRET}`],
    ["in a scribe's topic", `Topic: [private] wages\n\n${SECRET}`],
    ["in a line in bold that is a title", `**Wages [private]**\n\n${SECRET}`],
    ["by little more than itself", `Sesión a puerta cerrada\n\n${SECRET}`],
    ["as a request at its end", `- ${SECRET}, please do not share`],
    ["as a request of more words", `- do not share this outside the team: ${SECRET}`],
    ["as a wish", `- ${SECRET}: keep this private for now`],
    ["in words at their end", `Ada: this is private, ${SECRET}`],
    ["at its start, in a room", `In camera the board heard of ${SECRET}`],
    ["by a traffic light", `TLP:RED ${SECRET}`],
  ])("%s", (_where, source) => {
    expect(keeps(leftOf(source))).toBe(true);
  });
});

describe("what says nothing else is about what comes behind it", () => {
  test.each([
    ["to the next heading", `# Tea\n\n## Board\n\n[private]\n\n${SECRET}\n\n## Cups\n\n${CUPS}`],
    ["to the next line in bold", `**Private**\n\n${SECRET}\n\n**Cups**\n\n${CUPS}`],
    ["to the scribe's next topic", `<ada> off the record\n\n<ada> ${SECRET}\n\nTopic: cups\n\n${CUPS}`],
    ["to its end tag", `[private]\n\n${SECRET}\n\n[/private]\n\n${CUPS}`],
    ["to its end tag, over headings", `# Tea\n\n[private]\n\n## Wages\n\n${SECRET}\n\n[/private]\n\n${CUPS}`],
    ["to the sign that it is over", `[off]\n\n${SECRET}\n\n[on]\n\n${CUPS}`],
    ["to the word that it is over", `Off the record\n\n${SECRET}\n\nBack on the record.\n\n${CUPS}`],
    [
      "from where the meeting went private to where it returned",
      `We went into executive session at 8.\n\n${SECRET}\n\nThe board returned to open session at 9.\n\n${CUPS}`,
    ],
    ["to the end of what hangs below it", `- Private session\n  - ${SECRET}\n- ${CUPS}`],
  ])("%s", (_how, source) => {
    const left = leftOf(source);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain(CUPS);
  });

  test("to the end of the file, where nothing ends it", () => {
    expect(leftOf(`${CUPS}\n\n[private]\n\n${SECRET}\n\n- more ${SECRET}`).lines.trim()).toBe(CUPS);
  });

  test("and what is said of an end to come ends nothing", () => {
    const source = `Off the record\n\nAda will tell once we are back on the record.\n\n${SECRET}`;

    expect(keeps(leftOf(source))).toBe(true);
  });

  test("and an end without a beginning keeps its topic private", () => {
    const source = `# Tea\n\n## Cups\n\n${CUPS}\n\n## Board\n\n${SECRET}\n\n[/private]`;

    expect(keeps(leftOf(source))).toBe(true);
    expect(leftOf(source).lines).toContain(CUPS);
  });
});

describe("a mark keeps no more than its own", () => {
  test.each([
    ["the next item", `- [private] ${SECRET}\n- ${CUPS}`],
    ["the next paragraph", `Off the record: ${SECRET}\n\n${CUPS}`],
    ["the next row", `| what | who |\n| - | - |\n| [private] ${SECRET} | Ada |\n| ${CUPS} | Ada |`],
    ["the next speaker", `**Ada:** [private] ${SECRET}  \n**Grace:** ${CUPS}`],
    ["what was left after it was taken out", `- Ada: fine [redacted], see ${CUPS}`],
  ])("%s", (_what, source) => {
    const left = leftOf(source);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain(CUPS);
  });
});

test.each([
  `- make the field private ${CUPS}`,
  `Private repository for ${CUPS}`,
  `# Tea\n\n## Private vulnerability reporting\n\n${CUPS}`,
  `# Tea\n\n## Confidential clients (OAuth)\n\n${CUPS}`,
  `# Tea\n\n## Secret scanning\n\n${CUPS}`,
  `- public, private and protected ${CUPS}`,
  `- what is public vs. private. See ${CUPS}`,
  `- private keys leak ${CUPS}`,
  `# Tea\n\n## Make the repository private?\n\n${CUPS}`,
  `- our intern joined ${CUPS}`,
  `- case-sensitive names ${CUPS}`,
  `- the address, port, secret of ${CUPS}`,
  `- octo-private has ${CUPS}`,
  `- Closed issues: ${CUPS}`,
  `# Tea\n\n## Closed discussions\n\n${CUPS}`,
  `- will be told in private session later ${CUPS}`,
  `- the recording of ${CUPS} stopped`,
  `- turn the kettle off ${CUPS}`,
  `- turn [on] the kettle ${CUPS}`,
  `- Do not share cups between guests ${CUPS}`,
  `- don't publish packages from forks ${CUPS}`,
  `- do not quote strings in ${CUPS}`,
  `- This is private API, see ${CUPS}`,
  `- keep this private field of ${CUPS}`,
  `- In confidence intervals of ${CUPS}`,
  `- In camera calibration of ${CUPS}`,
  `# Tea\n\n## Non-public API\n\n${CUPS}`,
  `# Tea\n\n## Internal notes API\n\n${CUPS}`,
  `- the ![diagram of private networks](net.png) of ${CUPS}`,
])("the ordinary words in %j keep nothing private", (source) => {
  expect(leftOf(source).lines).toContain(CUPS);
});

test("an agenda that names a private session does not hide the topics below it", () => {
  expect(leftOf(`# Tea\n\n## Agenda\n\nPrivate Session\n\n### Cups\n\n${CUPS}`).lines).toContain(CUPS);
});
