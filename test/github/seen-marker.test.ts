import { expect, test } from "@jest/globals";
import { readSeenMarker } from "../../src/github/snapshot/seen-marker.ts";
import { renderMarker } from "../../src/plan/marker.ts";
import { issueMarker } from "../plan/issue-marker.ts";

test("an issue's marker is what was written, each time it is read", () => {
  const written = issueMarker("k", "Paint the hull.");
  const seen = { marker: renderMarker(written) };

  expect(readSeenMarker(seen)).toEqual(written);
  expect(readSeenMarker({ ...seen })).toEqual(written);
});

test("what is no marker of an action is none, each time it is read", () => {
  expect(readSeenMarker({ marker: "Paint the hull." })).toBeNull();
  expect(readSeenMarker({ marker: "Paint the hull." })).toBeNull();
});
