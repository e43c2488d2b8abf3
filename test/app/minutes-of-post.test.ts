import { expect, test } from "@jest/globals";
import { findMinutesOfPost, type Post } from "../../src/app/minutes-of-post.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { renderMarker } from "../../src/plan/marker.ts";
import { issueMarker } from "../plan/issue-marker.ts";

const KEY = "issue:harbour/minutes:meetings/a.md:1";
const ELSEWHERE: Post = {
  body: bodyOf("harbour/minutes"),
  repository: "village/bus",
  number: 4,
  ids: [40, "I_4"],
};

function bodyOf(repository: string): string {
  return renderMarker({ ...issueMarker(KEY, "Paint the door"), repository });
}

async function ledgerWith(difference: object = {}) {
  const ledger = createMemoryLedger(() => 0);
  await ledger.settle({
    key: KEY,
    source: "harbour/minutes",
    target: "village/bus",
    kind: "issue",
    state: "done",
    number: 4,
    id: "40",
    url: null,
    hash: null,
    ...difference,
  });
  return ledger;
}

test("are those that its marker names, where they have the owner of its repository", async () => {
  const post = { ...ELSEWHERE, body: bodyOf("village/minutes") };

  expect(
    await findMinutesOfPost(
      createMemoryLedger(() => 0),
      post,
    ),
  ).toBe("village/minutes");
});

test.each([
  ["where it stands", {}],
  ["it by its id, where its repository has another name by now", { target: "village/omnibus" }],
  ["it by its other id", { target: "village/omnibus", id: "I_4" }],
])("are another owner's for which it was posted: the ledger knows %s", async (_how, difference) => {
  expect(await findMinutesOfPost(await ledgerWith(difference), ELSEWHERE)).toBe("harbour/minutes");
});

test.each([
  ["it was posted nowhere", { key: "issue:harbour/minutes:meetings/a.md:2" }],
  ["it was posted elsewhere", { target: "town/bus", id: "41" }],
  ["it was posted as another issue", { number: 5 }],
])("are none of another owner where %s, whatever its marker says", async (_what, difference) => {
  expect(await findMinutesOfPost(await ledgerWith(difference), ELSEWHERE)).toBeNull();
});

test("are those for which it was posted, where somebody wrote another name into its marker", async () => {
  const post = { ...ELSEWHERE, body: bodyOf("mountain/minutes") };

  expect(await findMinutesOfPost(await ledgerWith(), post)).toBe("harbour/minutes");
});
