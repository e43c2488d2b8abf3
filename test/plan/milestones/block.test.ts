import { describe, expect, test } from "@jest/globals";
import { type BlockEntry, findEntries, renderDescription } from "../../../src/plan/milestones/block.ts";

function entry(day: number, difference: Partial<BlockEntry> = {}): BlockEntry {
  const date = `2021-03-${String(day).padStart(2, "0")}`;
  return {
    id: `octo-org/minutes:${date}.md`,
    date,
    hash: `h${day}`,
    markdown: `- **${day} March 2021**: meeting\n  - decided`,
    ...difference,
  };
}

describe("the block of meetings in a milestone's description", () => {
  test("is read back as it was written, newest meeting first", () => {
    const description = renderDescription("Our text.", [entry(4), entry(11)]);

    expect(findEntries(description)).toEqual([entry(11), entry(4)]);
  });

  test("with the heading of earlier versions is read, and has the heading of now once it is written", () => {
    const now = renderDescription("Above.", [entry(4), entry(11)]);
    const earlier = now.replace("**Discussed in meetings**", "**Spoken of in meetings**");

    expect(earlier).not.toBe(now);
    expect(findEntries(earlier)).toEqual([entry(11), entry(4)]);
    expect(renderDescription(earlier, findEntries(earlier))).toBe(now);
  });

  test("leaves text around it to the letter", () => {
    const first = renderDescription("Above.", [entry(4)]);
    const around = `${first}\r\n\n Below. `;

    const second = renderDescription(around, [entry(4), entry(11)]);

    expect(second.startsWith("Above.\n\n<!-- minutebook:milestone -->")).toBe(true);
    expect(second.endsWith("\r\n\n Below. ")).toBe(true);
  });

  test("is the same when nothing changed", () => {
    const description = renderDescription("Above.", [entry(4), entry(11)]);

    expect(renderDescription(description, findEntries(description))).toBe(description);
  });

  test("goes when no meeting is left", () => {
    expect(renderDescription(renderDescription("Above.", [entry(4)]), [])).toBe("Above.");
    expect(renderDescription("Above.", [])).toBe("Above.");
  });

  test("is bounded, and says that there were more", () => {
    const entries = Array.from({ length: 60 }, (_, index) =>
      entry(1, { id: `f${index}`, date: `2021-01-${index}` }),
    );

    const description = renderDescription("", entries);

    expect(findEntries(description)).toHaveLength(30);
    expect(description).toContain("- … and earlier ones");
    expect(renderDescription(description, findEntries(description)).length).toBeLessThan(12_500);
  });

  test("that lost its end reaches over nothing of people's", () => {
    const broken = renderDescription("", [entry(4)]).replace("<!-- minutebook:milestone-end -->", "");
    const description = `${broken}\n\nPeople's text.`;

    const next = renderDescription(description, [entry(11)]);

    expect(findEntries(description)).toEqual([]);
    expect(next.startsWith(description)).toBe(true);
    expect(renderDescription(next, [entry(11), entry(18)]).startsWith(description)).toBe(true);
  });

  test.each([
    "<!-- minutebook:milestone-end --> text",
    "<!-- minutebook:milestone -->",
    "a <!-- minutebook:meeting {} --> b",
  ])("is not seen in %j", (description) => {
    expect(findEntries(description)).toEqual([]);
    expect(renderDescription(description, [entry(4)]).startsWith(description)).toBe(true);
  });
});
