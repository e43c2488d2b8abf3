import { describe, expect, test } from "@jest/globals";
import { findMarker } from "../../../src/plan/marker.ts";
import { mayConcern } from "../../../src/plan/issues/concerned.ts";
import {
  mayBeOwners,
  mayBeSimilarInOtherMinutes,
  similarInOtherMinutes,
  textSimilarity,
} from "../../../src/plan/issues/similarity.ts";
import { isFingerprint, renderFingerprint, fingerprintMarker } from "../../../src/plan/issues/fingerprint.ts";
import { issueMarker } from "../issue-marker.ts";

const TEXT = "print the zeppelin timetable for the marzipan harbour";

const marker = {
  ...issueMarker("1", TEXT),
  owners: ["Grace Periwinkle"],
  topic: ["Zeppelins", "Timetable"],
  also: [
    {
      path: "later.md",
      date: "2026-01-12",
      text: `again ${TEXT}`,
      owners: ["Grace Periwinkle"],
      done: false,
      note: `- ${TEXT}`,
    },
  ],
};

const trace = fingerprintMarker(marker);

describe("the trace of an action's marker", () => {
  test("holds no word of it, and tells what it is of", () => {
    const kept = renderFingerprint(marker);

    expect(kept).not.toMatch(/zeppelin|timetable|marzipan|harbour|print|grace|periwinkle|again/i);
    expect(findMarker(kept)).toMatchObject({
      key: marker.key,
      path: marker.path,
      date: marker.date,
      also: [{ path: "later.md", date: "2026-01-12", note: "" }],
    });
  });

  test("is of the same text in whatever order, case and spacing, and of no other", () => {
    expect(isFingerprint(trace.text)).toBe(true);
    expect(textSimilarity(TEXT, trace.text)).toBe(1);
    expect(textSimilarity("buy milk", trace.text)).toBe(0);
    expect(textSimilarity(TEXT.replace("print", "draw"), trace.text)).toBeGreaterThan(0.8);
  });

  test("stays what it is", () => {
    expect(fingerprintMarker(trace)).toEqual(trace);
  });

  test("is of the same owners", () => {
    expect(mayBeOwners(["grace periwinkle"], trace.owners)).toBe(true);
    expect(mayBeOwners(["Ada"], trace.owners)).toBe(false);
    expect(mayBeOwners([], trace.owners)).toBe(true);
  });
});

describe("an issue of which a trace is known", () => {
  const edits = [
    TEXT,
    TEXT.toUpperCase(),
    TEXT.replace("print", "prints"),
    TEXT.replace("harbour", "harbours"),
    `${TEXT} today`,
    `${TEXT}. Also ask the whole crew of the other harbor which days they would like to see on it.`,
    TEXT.replace("timetable ", ""),
    "something else",
    "",
  ];

  test.each(edits.flatMap((text) => [false, true].map((carriedOver) => ({ text, carriedOver }))))(
    "is asked for whenever its text would be like %j",
    (action) => {
      if (similarInOtherMinutes(action, TEXT) === null) return;

      expect(mayBeSimilarInOtherMinutes(action, trace.text)).toBe(true);
    },
  );

  test("is left alone where minutes mention something else, and asked for where nothing of it is known", () => {
    const concern = { paths: [], actions: [{ text: "something else entirely", carriedOver: false }] };

    expect(mayConcern(trace, concern)).toBe(false);
    expect(mayConcern({ ...trace, text: "" }, concern)).toBe(true);
  });
});
