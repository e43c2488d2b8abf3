import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const speaker = (line: string, before = ""): string | null =>
  readText(`${before}${line}`, { people: { Ada: "ada" } }).references[0]?.excerpt.speaker ?? null;

describe("who speaks is read from", () => {
  test.each([
    ["a label", "- Ada: let us close #12 soon enough", "Ada"],
    ["a name in bold", "- **Ada Byron:** let us close #12 soon enough", "Ada Byron"],
    ["a name in bold with a dash", "- **Ada** - let us close #12 soon enough", "Ada"],
    ["a quoted name in italics", "> *Grace Hop:* let us close #12 soon enough", "Grace Hop"],
    ["HackMD's tag", "- [name=Grace] (5m): let us close #12 soon enough", "Grace"],
    ["a nick", "\\<grace> let us close #12 soon enough", "grace"],
    ["a time box", "- Ada (10 min): let us close #12 soon enough", "Ada"],
    ["a dash", "- Ada - let us close #12 soon enough", "Ada"],
    ["a comma", "- Ada, let us close #12 soon enough", "Ada"],
    ["a login", "- @ada: let us close #12 soon enough", "@ada"],
    ["the item above", "- Ada: much to say\n  - let us close #12 soon enough", "Ada"],
    ["nothing, if the label is no name", "- Question: shall we close #12 soon enough", null],
    ["nothing, if nobody knows the name", "- Kettle, let us close #12 soon enough", null],
  ])("%s", (_habit, line, name) => {
    expect(speaker(line)).toBe(name);
  });

  test("a label that speaks twice", () => {
    expect(speaker("Linus: let us close #12 soon enough\n\nLinus: indeed")).toBe("Linus");
  });

  test("the attendee list, by first name and initials", () => {
    const present = "## Present\n\n* Grace Hop @grace\n\n## Talk\n\n";

    expect(speaker("- Grace: let us close #12 soon enough", present)).toBe("Grace");
    expect(speaker("- GH: let us close #12 soon enough", present)).toBe("GH");
  });

  test("the line before, where the scribe continues", () => {
    expect(speaker("**Ada Byron:** hello  \n… let us close #12 soon enough")).toBe("Ada Byron");
  });
});
