import { describe, expect, test } from "@jest/globals";
import type { IssueMarker } from "../../../src/plan/marker.ts";
import { renderAlso } from "../../../src/plan/issues/render-also.ts";
import { findRegion, renderRegion, replaceRegion } from "../../../src/plan/issues/region.ts";

const marker: IssueMarker = {
  v: 1,
  kind: "issue",
  key: "k",
  repository: "o/r",
  repositoryId: null,
  path: "a.md",
  commit: "c",
  hash: "h",
  text: "t",
  owners: [],
  topic: [],
  date: null,
  done: false,
  titleHash: "x",
  labels: [],
  assignees: [],
  milestone: null,
  also: [],
  gone: false,
};

const report = { path: "b.md", date: null, text: "t", owners: [], done: false, note: "" };

const old = renderRegion({ marker, main: "Old." }, "");
const next = renderRegion({ marker: { ...marker, key: "k2" }, main: "New." }, "");

describe("our region of an issue", () => {
  test.each(["", "- elsewhere"])("is read back as it was written, with %j beside", (also) => {
    const body = `Above.\n\n${renderRegion({ marker, main: "Main.\n\nMore." }, also)}\n\nBelow.`;

    expect(findRegion(body)).toMatchObject({ marker, main: "Main.\n\nMore." });
  });

  test("is replaced, and the text around it kept to the letter", () => {
    expect(replaceRegion(`  Above \n${old} below\n`, next)).toBe(`  Above \n${next} below\n`);
  });

  test("fills an empty issue", () => {
    expect(replaceRegion("", next)).toBe(next);
  });

  test.each([
    ["without its end", `Above.\n\n${old.replace("<!-- minutebook:end -->", "")}\n\nBelow.`],
    ["taken out", "Above. Old. Below."],
    ["pasted into another", `${old.replace("<!-- minutebook:end -->", "")}\n\n${old}`],
  ])("that is %s comes after what is there, which stays", (_what, body) => {
    const replaced = replaceRegion(body, next);

    expect(replaced.endsWith(next)).toBe(true);
    expect(replaced).toContain("Old.");
    expect(replaced.length).toBeGreaterThan(next.length + 5);
  });

  const footer =
    "<sub>Updated by Minutebook from [o/r](x). Text outside this section is kept · [Settings](y)</sub>";
  const earlier =
    "<sub>Minutebook keeps this part as the minutes in [o/r](x) have it. `x` in `y` switches it off.</sub>";
  const noted = { ...marker, also: [{ ...report, note: "[Call](b) on Monday" }] };

  test.each([
    ["", renderRegion({ marker, main: `Old.\n\n${footer}` }, "")],
    [", as earlier versions wrote it", renderRegion({ marker, main: `Old.\n\n${earlier}` }, "")],
    [
      " and lists other minutes",
      renderRegion({ marker: noted, main: `Old.\n\n${footer}` }, renderAlso(["[Call](b) on Monday"])),
    ],
    [
      " and lists other minutes alone",
      renderRegion({ marker: noted, main: "Old." }, renderAlso(["[Call](b) on Monday"])),
    ],
  ])("without its end is found by the last of it, where that is ours%s", (_what, region) => {
    const torn = region.replace("\n\n<!-- minutebook:end -->", "");

    for (const below of [" At once.", "\nBelow.", "\n\n- Below.\n- More.", "\r\n\r\n**Carried** on"])
      expect(replaceRegion(`Above.\n\n${torn}${below}`, next)).toBe(`Above.\n\n${next}${below}`);
    expect(replaceRegion(torn, next)).toBe(next);
  });

  test("that was replaced twice is there once", () => {
    expect(replaceRegion(replaceRegion("Above.", old), next)).toBe(`Above.\n\n${next}`);
  });
});
