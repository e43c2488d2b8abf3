import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { makeWorld, pathsIn, type World } from "./push-world.ts";

const FIRST = "calls/2026-03-02.md";
const SECOND = "calls/2026-03-09.md";
const THIRD = "calls/2026-03-16.md";

const DRIPS = "the press drips since the new screw came, and Bo will look where from";
const CRACK = "Bo found a crack in the beam, and it has to be replaced as well";
const BEAM = "the carpenter has looked at the oak and would come in two weeks";
const DECISION = "\n  - DECISION: the press is repaired before the harvest";

const call = (path: string, said: string, number = 7): string =>
  `# Call ${path.slice(6, 16)}\n\n## Press\n\n- #${number}: ${said}\n`;

async function makePosted(): Promise<World> {
  const world = makeWorld();
  await world.push({ [FIRST]: call(FIRST, DRIPS) });
  await world.push({ [SECOND]: call(SECOND, CRACK) });
  return world;
}

describe("a further meeting", () => {
  test("is added to our last comment where nobody has written since", async () => {
    const world = makeWorld();
    await world.push({ [FIRST]: call(FIRST, DRIPS) });
    const writes = await world.push({ [SECOND]: call(SECOND, CRACK) });
    const [comment, ...others] = await world.comments(7);

    expect(writes.map((write) => write.do)).toEqual(["edit-comment"]);
    expect(others).toEqual([]);
    expect(comment?.body).toMatch(/^Discussed on \*\*9 March 2026\*\*/);
    expect(comment?.body).toContain(CRACK);
    expect(comment?.body).toContain("- [2 March 2026](https://github.com/orchard/team/blob/");
    expect(comment?.body).not.toContain(DRIPS);
    expect(pathsIn(comment ?? { body: "" })).toEqual([SECOND, FIRST]);
  });

  test("has a comment of its own where somebody answered, where it decided something, and where the team wants that", async () => {
    const answered = makeWorld();
    await answered.push({ [FIRST]: call(FIRST, DRIPS) });
    await answered.answer(7);
    await answered.push({ [SECOND]: call(SECOND, CRACK) });
    const decided = makeWorld();
    await decided.push({ [FIRST]: call(FIRST, DRIPS) });
    await decided.push({ [SECOND]: call(SECOND, CRACK + DECISION) });
    const meeting = makeWorld("comments: {style: meeting}\n");
    await meeting.push({ [FIRST]: call(FIRST, DRIPS) });
    await meeting.push({ [SECOND]: call(SECOND, CRACK) });

    for (const world of [answered, decided, meeting]) expect(await world.comments(7)).toHaveLength(2);
  });

  test("has a comment of its own where somebody is to do something", async () => {
    const world = makeWorld();
    await world.push({ [FIRST]: call(FIRST, DRIPS) });
    await world.push({ [SECOND]: call(SECOND, `${CRACK}\n  - TODO: Ada to order a longer screw for #7`) });
    expect(await world.comments(7)).toHaveLength(2);
  });

  test("that decides what an earlier one only talked about, or decided otherwise since, says so", async () => {
    const world = makeWorld();
    const again = "\n  - DECISION: the press is repaired before the harvest";
    await world.push({ [FIRST]: call(FIRST, `${DRIPS}\n  - the press is repaired before the harvest`) });
    await world.push({ [SECOND]: call(SECOND, `${CRACK}${again}`) });
    await world.push({ [THIRD]: call(THIRD, `${BEAM}\n  - DECISION: the press is not repaired at all`) });
    await world.push({ [PATHS[3] ?? ""]: call(PATHS[3] ?? "", `so${again}`) });
    const decided = (await world.comments(7)).filter(({ body }) => body.includes("**Decided**"));
    expect(decided).toHaveLength(3);
  });

  test("keeps what was decided where it is added to a decision", async () => {
    const world = makeWorld();
    await world.push({ [FIRST]: call(FIRST, DRIPS + DECISION) });
    await world.push({ [SECOND]: call(SECOND, CRACK) });
    const [comment] = await world.comments(7);

    expect(comment?.body).toMatch(/- \[2 March 2026\]\(\S+\): the press is repaired before the harvest/);
  });

  test("of an earlier day than the last comment's has a comment of its own", async () => {
    const world = makeWorld();
    await world.push({ [SECOND]: call(SECOND, CRACK) });
    await world.push({ [FIRST]: call(FIRST, DRIPS) });
    expect(await world.comments(7)).toHaveLength(2);
  });

  test("comes with the first where both are pushed at once, in one comment", async () => {
    const world = makeWorld();
    const writes = await world.push({ [SECOND]: call(SECOND, CRACK), [FIRST]: call(FIRST, DRIPS) });
    const [comment] = await world.comments(7);

    expect(writes.map((write) => write.do)).toEqual(["comment"]);
    expect(pathsIn(comment ?? { body: "" })).toEqual([SECOND, FIRST]);
    expect((await world.planAgain()).steps.filter(({ action }) => action !== "keep")).toEqual([]);
  });
});

describe("a comment of several meetings", () => {
  test("is edited where the newest one's minutes change, and keeps the others' lines", async () => {
    const world = await makePosted();
    await world.push({ [SECOND]: call(SECOND, BEAM) });
    const [comment] = await world.comments(7);

    expect(comment?.body).toContain(BEAM);
    expect(pathsIn(comment ?? { body: "" })).toEqual([SECOND, FIRST]);
  });

  test("is edited in silence where the minutes of an earlier one change, and says no more of it than its line", async () => {
    const world = await makePosted();
    const writes = await world.push({ [FIRST]: call(FIRST, BEAM) });
    const [comment] = await world.comments(7);

    expect(writes.map((write) => write.do)).toEqual(["edit-comment"]);
    expect(comment?.body).not.toContain(BEAM);
    expect(pathsIn(comment ?? { body: "" })).toEqual([SECOND, FIRST]);
  });

  test("loses what an earlier one decided where its minutes are renamed and take it back at once", async () => {
    const world = makeWorld();
    await world.push({ [FIRST]: call(FIRST, DRIPS + DECISION) });
    await world.push({ [SECOND]: call(SECOND, CRACK) });
    await world.push({ [THIRD]: call(THIRD, DRIPS) }, { from: FIRST, to: THIRD });
    const [comment, ...others] = await world.comments(7);

    expect(comment?.body).not.toContain("before the harvest");
    expect(others).toEqual([]);
    await world.push({ [THIRD]: null });
    expect((await world.comments(7)).map(pathsIn)).toEqual([[SECOND]]);
  });

  test("has no part of minutes over which others were renamed", async () => {
    const world = makeWorld();
    await world.push({ [FIRST]: call(FIRST, DRIPS + DECISION) });
    await world.push({ [SECOND]: call(SECOND, CRACK) });
    await world.push({}, { from: FIRST, to: SECOND });
    await world.push({ [SECOND]: null });
    expect(await world.comments(7)).toEqual([]);
  });

  test("keeps no hash of what an earlier one keeps private by now", async () => {
    const world = await makePosted();
    const said = /"said":"([0-9a-f]+)"/g;
    const hashes = (await world.comments(7))[0]?.body.match(said);
    const secret = `the press\n  <!-- minutebook: private -->\n  - ${DRIPS}\n  <!-- /minutebook: private -->`;
    await world.push({ [FIRST]: call(FIRST, secret) });
    const [comment] = await world.comments(7);

    expect(hashes).toHaveLength(2);
    expect(comment?.body).not.toContain(hashes?.[1] ?? "");
  });

  test("that loses a part and goes later keeps nobody from being posted again", async () => {
    const world = await makePosted();
    await world.push({ [SECOND]: call(SECOND, CRACK, 8) });
    await world.push({ [FIRST]: null });
    await world.push({ [SECOND]: call(SECOND, CRACK + DECISION) });
    expect(await world.comments(7)).toHaveLength(1);
  });

  test("stays below GitHub's limit however much its earlier meetings decided", async () => {
    const world = makeWorld();
    const pathOf = (day: number): string => `calls/2026-03-${String(day).padStart(2, "0")}.md`;
    const said = (day: number): string => `${DRIPS} on day ${day} of the month`;
    const long = (day: number): string =>
      Array.from({ length: 5 }, (_, at) => `  - DECISION: ${day}-${at} ${"cut-and-dry ".repeat(18)}`).join(
        "\n",
      );
    for (let day = 1; day <= 19; day += 1) await world.push({ [pathOf(day)]: call(pathOf(day), said(day)) });
    for (let day = 1; day <= 18; day += 1)
      await world.push({ [pathOf(day)]: call(pathOf(day), `${said(day)}\n${long(day)}`) });
    const [comment] = await world.comments(7);

    expect(comment?.body.length).toBeLessThan(65_536);
    expect(pathsIn(comment ?? { body: "" })).toHaveLength(19);
  });

  test("loses the part of minutes that are deleted or no longer mention the issue, and is deleted with the last of them", async () => {
    const world = await makePosted();
    await world.push({ [SECOND]: call(SECOND, CRACK, 8) });
    const [comment] = await world.comments(7);
    expect(comment?.body).not.toContain(CRACK);
    expect(comment?.body).toMatch(/^Discussed on \[2 March 2026\]/);
    expect(comment?.body).toContain("Delete this comment to stop updates here");
    expect(pathsIn(comment ?? { body: "" })).toEqual([FIRST]);

    const writes = await world.push({ [FIRST]: null });
    expect(writes.map((write) => write.do)).toEqual(["delete-comment"]);
    expect(await world.comments(7)).toEqual([]);
  });

  test("says in full again what an earlier meeting said, once that is the newest and its minutes are read", async () => {
    const world = await makePosted();
    await world.push({ [SECOND]: null });
    await world.push({ [FIRST]: `${call(FIRST, DRIPS)}\n` });
    const [comment] = await world.comments(7);
    expect(comment?.body).toContain(DRIPS);
  });

  test("goes at once where all its minutes go at once", async () => {
    const world = await makePosted();
    const writes = await world.push({ [FIRST]: null, [SECOND]: null });
    expect(writes.map((write) => write.do)).toEqual(["delete-comment"]);
    await world.push({ [FIRST]: call(FIRST, DRIPS), [SECOND]: call(SECOND, CRACK) });
    expect(await world.comments(7)).toHaveLength(1);
  });

  test("follows minutes to another name, the newest and an earlier one", async () => {
    const world = await makePosted();
    await world.push({}, { from: FIRST, to: THIRD });
    const [comment] = await world.comments(7);
    expect(pathsIn(comment ?? { body: "" })).toEqual([SECOND, THIRD]);
    expect((await world.planAgain()).steps.filter(({ action }) => action !== "keep")).toEqual([]);
  });

  test("stays away for all of its meetings once a person deleted it", async () => {
    const world = await makePosted();
    await world.deleteComments(7);
    expect(await world.push({ [FIRST]: call(FIRST, BEAM) })).toEqual([]);
    expect(await world.push({ [SECOND]: call(SECOND, `${BEAM} again`) })).toEqual([]);
    expect(await world.comments(7)).toEqual([]);
  });

  test("is known by its marker where the ledger is lost", async () => {
    const world = await makePosted();
    world.loseLedger();
    expect((await world.planAgain()).steps.filter(({ action }) => action !== "keep")).toEqual([]);
    await world.push({ [THIRD]: call(THIRD, BEAM) });
    const [comment, ...others] = await world.comments(7);
    expect(pathsIn(comment ?? { body: "" })).toEqual([THIRD, SECOND, FIRST]);
    expect(others).toEqual([]);
  });

  test("takes twenty meetings, then another begins", async () => {
    const world = makeWorld();
    for (let day = 1; day <= 25; day += 1) {
      const path = `calls/2026-03-${String(day).padStart(2, "0")}.md`;
      await world.push({ [path]: call(path, `${DRIPS} on day ${day} of the month`) });
    }
    const counts = (await world.comments(7)).map((comment) => pathsIn(comment).length);
    expect(counts).toEqual([20, 5]);
  });
});

const PATHS = [FIRST, SECOND, THIRD, "calls/2026-03-23.md"];
const SAID = [DRIPS, CRACK, BEAM, DRIPS + DECISION, `${CRACK}\n- #8: ${BEAM}`, "no"];

const anyAct = fc.oneof(
  fc.record({
    act: fc.constant("write" as const),
    path: fc.constantFrom(...PATHS),
    said: fc.constantFrom(...SAID),
  }),
  fc.record({ act: fc.constant("remove" as const), path: fc.constantFrom(...PATHS) }),
  fc.record({ act: fc.constant("answer" as const), number: fc.constantFrom(7, 8) }),
  fc.record({ act: fc.constant("lose" as const) }),
  fc.record({
    act: fc.constant("rename" as const),
    from: fc.constantFrom(...PATHS),
    to: fc.constantFrom(...PATHS),
  }),
);

test("whatever is pushed, each file has one part at most, what is gone is gone, and a second look changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyAct, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (pushes) => {
        const world = makeWorld();
        const there = new Map<string, string>();
        for (const acts of pushes) {
          const files: Record<string, string | null> = {};
          let renamed: { readonly from: string; readonly to: string } | undefined;
          for (const act of acts) {
            if (act.act === "answer") await world.answer(act.number);
            if (act.act === "lose") world.loseLedger();
            if (act.act === "rename" && renamed === undefined && there.has(act.from) && !there.has(act.to)) {
              // Git calls it a change where both names are written to by the same push.
              if (act.from in files || act.to in files) continue;
              renamed = act;
              there.set(act.to, there.get(act.from) ?? "");
              there.delete(act.from);
            }
            const isRenamed = "path" in act && [renamed?.from, renamed?.to].includes(act.path);
            if (isRenamed) continue;
            if (act.act === "write") {
              files[act.path] = call(act.path, act.said);
              there.set(act.path, files[act.path] ?? "");
            }
            if (act.act === "remove" && there.has(act.path)) {
              files[act.path] = null;
              there.delete(act.path);
            }
          }
          await world.push(files, renamed);
          for (const number of [7, 8]) {
            const all = (await world.comments(number)).filter(({ body }) => !body.includes('"gone":true'));
            const paths = all.flatMap(pathsIn);
            expect(new Set(paths).size).toBe(paths.length);
            expect(paths.filter((path) => !there.has(path))).toEqual([]);
          }
        }
        // What was left out because another comment said it may be news once that is gone; then all is as it stays.
        await world.push(Object.fromEntries(there));
        const again = (await world.planAgain()).steps.filter(({ kind }) => kind === "comment");
        expect(again.filter(({ action }) => action !== "keep" && action !== "skip")).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
