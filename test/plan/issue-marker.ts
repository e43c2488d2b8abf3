import type { IssueMarker } from "../../src/plan/marker.ts";

/** A small valid marker of an issue: a test states only its difference. */
export function issueMarker(key: string, text = "To be done."): IssueMarker {
  return {
    v: 1,
    kind: "issue",
    key,
    repository: "team/minutes",
    repositoryId: null,
    path: "a.md",
    commit: "c0ffee",
    hash: "0",
    text,
    owners: [],
    topic: [],
    date: null,
    done: false,
    titleHash: "0",
    labels: [],
    assignees: [],
    milestone: null,
    also: [],
    gone: false,
  };
}
