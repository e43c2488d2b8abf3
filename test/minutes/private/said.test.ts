import { describe, expect, test } from "@jest/globals";
import { keeps, leftOf, SECRET } from "./left.ts";

const around = (line: string): string =>
  `# Tea\n\n## Cups\n\n- cups #12\n${line}\n\n## Pots\n\nRESOLVED: buy #14`;

describe("what people say to keep something out of the minutes counts", () => {
  test.each([
    `- Ada [not for the record]: ${SECRET}`,
    `- Ada: between you and me, ${SECRET}`,
    `- Ada: please don't write this down: ${SECRET}`,
    `- Ada: this doesn't leave the room, ${SECRET}`,
    `- Ada: not for the notes: ${SECRET}`,
    `- Ada: don't quote me on this, ${SECRET}`,
    `- Ada: 🔒 ${SECRET}`,
    `- [not yet public] ${SECRET}`,
    `- Please keep this to yourselves: ${SECRET}`,
    `- For the committee only: ${SECRET}`,
    `- (for internal use) ${SECRET}`,
    `- This part should not be minuted: ${SECRET}`,
    `- [stricken from the record] ${SECRET}`,
    `- [strike that from the minutes] ${SECRET}`,
    `- (Chatham House) ${SECRET}`,
    `- ${SECRET} - nicht fürs Protokoll`,
    `- Hors micro : ${SECRET}`,
    `- Ne pas mettre au compte-rendu : ${SECRET}`,
    `- Esto no va en el acta: ${SECRET}`,
    `- Não registrar em ata: ${SECRET}`,
    `- 【内部限り】${SECRET}`,
    `- #private ${SECRET}`,
    `- Ada: #offtherecord ${SECRET}`,
    `- !private ${SECRET}`,
    `- Ada shared in confidence that ${SECRET}`,
    `- Ada shared confidentially that ${SECRET}`,
    `- Ada, speaking privately: ${SECRET}`,
    `- In closed session the board discussed ${SECRET}`,
    `- Privileged and confidential: ${SECRET}`,
    `- Not for wider distribution: ${SECRET}`,
    `- Do not distribute: ${SECRET}`,
    `- Don't tweet this: ${SECRET}`,
    `- [do not post] ${SECRET}`,
    `- (recording paused) ${SECRET}`,
    `- [priv] ${SECRET}`,
    `- the ${SECRET}, which is confidential`,
    `- the ${SECRET}. This is not public.`,
    `- ${SECRET} (not for sharing)`,
  ])("%s", (line) => {
    const left = leftOf(around(line));

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
    expect(left.lines).toContain("#14");
  });
});

describe("the same words about something else keep nothing private", () => {
  test.each([
    "- Internal: the parser is faster #13",
    "- do not post twice from CI #13",
    "- the daemon should not be restarted #13",
    "- We do not distribute binaries #13",
    "- Recording pauses the parser #13",
    "- Start private beta #13",
    "- Begin private key rotation #13",
    "- the record of #13 is not for sharing state",
    "- The rest is simple #13",
    "- the public was happy #13",
    "- everything below 1.0 is old #13",
    "- session is closed #13",
    "- Confidential? no #13",
  ])("%s", (line) => {
    expect(leftOf(around(line)).lines).toContain("#13");
  });
});

describe("a private part", () => {
  test.each([
    ["The meeting then continued in closed session.", ""],
    ["--- begin confidential ---", "--- end confidential ---"],
    ["[private start]", "[private stop]"],
    ["*Start of confidential part*", "*End of confidential part*"],
    ["*Recording stopped.*", "*Recording resumed.*"],
    ["Observers were asked to leave the room for the next item.", "The public session resumed."],
  ])("begins with %j", (begin, end) => {
    const left = leftOf(`# Tea\n\n## Cups\n\n#12\n\n${begin}\n\n- ${SECRET}\n\n${end}\n\n## Pots\n\n#14`);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
  });

  test.each([
    "RESOLVED: to exclude the press and public under the act.",
    "The rest of the meeting was off the record.",
    "**Everything below is private**",
    "*Public minutes end here.*",
    "---- private below this line ----",
    "Ab hier nicht öffentlich.",
  ])("continues through all topics after %j", (begin) => {
    const source = `# Tea\n\n## Cups\n\n#12\n\n${begin}\n\n## Wages\n\n- ${SECRET}\n\n## More\n\n- ${SECRET}`;
    const left = leftOf(source);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
  });

  test("continues through all topics after such a heading", () => {
    const source = `# Tea\n\n## Cups\n\n#12\n\n## Exclusion of press and public\n\nAgreed.\n\n## Wages\n\n${SECRET}`;

    expect(keeps(leftOf(source))).toBe(true);
  });

  test("that is all of the rest ends where it is said", () => {
    const source = `# Tea\n\nThe rest is confidential.\n\n## Wages\n\n${SECRET}\n\nBack in public.\n\n## Cups\n\n#12`;
    const left = leftOf(source);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
  });
});

test("a column says which rows are private", () => {
  const source = `| what | Confidential? |\n| - | - |\n| tea #12 | no |\n| ${SECRET} | yes |\n| cups #14 | |`;
  const left = leftOf(source);

  expect(keeps(left)).toBe(true);
  expect(left.lines).toContain("#12");
  expect(left.lines).toContain("#14");
});

describe("a banner keeps the file private", () => {
  test.each([
    "> **Note:** These notes are confidential and must not be shared outside the team.",
    "*Internal – do not distribute*",
    "**DRAFT – NOT FOR PUBLICATION**",
    "This document is for internal use only.",
    "These minutes are private.",
  ])("%s", (banner) => {
    expect(keeps(leftOf(`# Tea\n\n${banner}\n\n## Cups\n\n${SECRET}\n\n## Pots\n\n${SECRET}`))).toBe(true);
    expect(keeps(leftOf(`${banner}\n\n# Tea\n\n## Cups\n\n${SECRET}`))).toBe(true);
  });
});

describe("what is said of the lines above it", () => {
  test.each([
    `> Ada: ${SECRET}\n\n(the above is not for publication)`,
    `- ${SECRET}\n- more\n\n*All of the above is confidential.*`,
    `- ${SECRET}\n\nThe preceding discussion was off the record.`,
  ])("counts from the topic on: %j", (text) => {
    const left = leftOf(`# Tea\n\n## Cups\n\n#12\n\n## Wages\n\n${text}\n\n## Pots\n\n#14`);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
    expect(left.lines).toContain("#14");
  });
});

test.each([
  `<div data-private>\n\n${SECRET}\n\n</div>`,
  `<p hidden>${SECRET}</p>`,
  `<p style="display: none">${SECRET}</p>`,
])("what a page does not show is private: %j", (text) => {
  const left = leftOf(`# Tea\n\n## Cups\n\n#12\n\n${text}\n\n## Pots\n\n#14`);

  expect(keeps(left)).toBe(true);
  expect(left.lines).toContain("#12");
  expect(left.lines).toContain("#14");
});

describe("an item below another that says nothing but that it is private", () => {
  test.each([
    `- Ada: ${SECRET}\n  - please keep that between us`,
    `- Ada: ${SECRET}\n  - (confidential)`,
    `- Note: the following is confidential\n  - ${SECRET}`,
    `- ${SECRET}\n  - and more\n  - private!`,
    `1. ${SECRET}\n   - off the record`,
  ])("is about it: %j", (text) => {
    const left = leftOf(`# Tea\n\n## Cups\n\n- #12\n${text}\n\n## Pots\n\n#14`);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#14");
  });

  test("where it is no title of its own", () => {
    const left = leftOf(`# Tea\n\n- Cups #12\n  - Private\n    - ${SECRET}\n- Pots #14`);

    expect(keeps(left)).toBe(true);
    expect(left.lines).toContain("#12");
    expect(left.lines).toContain("#14");
  });
});
