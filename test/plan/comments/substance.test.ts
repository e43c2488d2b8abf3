import { describe, expect, test } from "@jest/globals";
import { commentsOf, config, fileOf, plan, repositoryOf, snapshotOf, threadOf, TARGET } from "../builders.ts";

const ISSUE = `https://github.com/${TARGET}/issues/1`;

function bodyFor(lines: string, title = "Crash on start"): string {
  const state = repositoryOf({ threads: { "1": threadOf(1, { title }) } });
  const file = fileOf(`# Garden weekly 2021-03-04\n\n## Pumps\n\n${lines}\n\n## Seeds\n\n- fine\n`);
  const made = plan([file], { snapshot: snapshotOf(state), config: { ...config, repository: TARGET } });
  return commentsOf(made)[0]?.body ?? "";
}

describe("an issue that the minutes merely list", () => {
  test.each([
    ["by its number", "- #1"],
    ["by its address", `- ${ISSUE}`],
    ["under a label", `- **GitHub issue:** <${ISSUE}>`],
    ["among links", `- **Recording**: <https://example.org/v>\n- **GitHub Issue**: <${ISSUE}>`],
    ["by its title", `- [ ] #1 — [Crash on start](${ISSUE})`],
    ["as somebody posts it", `> *Mona:* <${ISSUE}>`],
  ])("%s is mentioned in one sentence, with nothing to quote", (_how, lines) => {
    const body = bodyFor(lines);

    expect(body).toMatch(/^Mentioned on \*\*4 March 2021\*\* in \[Garden weekly\]\(\S+\)\.\n\n<sub>/);
  });

  test.each([
    ["what was said", "- #1 leaks", "leaks"],
    ["who is to do it", "- #1 (Hubot)", "Hubot"],
    ["what hangs below it", `- the pump\n  - ${ISSUE}`, "the pump"],
  ])("and of which they say %s is quoted", (_what, lines, expected) => {
    const body = bodyFor(lines);

    expect(body).toMatch(/^Discussed on/);
    expect(body).toMatch(new RegExp(`^> .*${expected}`, "m"));
  });
});

test("an issue of which they say what was decided has that and quotes nothing", () => {
  const body = bodyFor("- #1\n  - DECISION: we glue it");

  expect(body).toMatch(/^Discussed on/);
  expect(body).toMatch(/^- \[we glue it\]\(\S+\)$/m);
  expect(body).not.toMatch(/^>/m);
});

test("an issue that is listed first and discussed below is quoted from there alone", () => {
  const state = repositoryOf({ threads: { "1": threadOf(1, { title: "Another title" }) } });
  const source = `# Garden weekly 2021-03-04

## Agenda

- Glue the pump #1

## Glue the pump #1

It leaks on Sundays.
`;

  const [comment] = commentsOf(plan([fileOf(source)], { snapshot: snapshotOf(state) }));

  expect(comment?.body).toContain("#L9)");
  expect(comment?.body).toContain("> It leaks on Sundays.");
  expect(comment?.body?.match(/^> /gm)).toHaveLength(1);
});

test("a new title of the issue alone leaves its comment as it is", () => {
  const source = "# Garden weekly 2021-03-04\n\n- #1 Crash on start\n";
  const named = (title: string, comments: ReturnType<typeof threadOf>["comments"] = []) =>
    snapshotOf(repositoryOf({ threads: { "1": threadOf(1, { title, comments }) } }));
  const [first] = commentsOf(plan([fileOf(source)], { snapshot: named("Crash on start") }));
  const standing = {
    id: 1,
    url: "https://github.com/octo-org/app/issues/1#issuecomment-1",
    body: first?.body ?? "",
    minimized: false,
    reactions: 0,
    answered: false,
  };

  const again = plan([fileOf(source, source)], { snapshot: named("Crash at the start", [standing]) });

  expect(commentsOf(again)).toMatchObject([{ action: "keep" }]);
});

test("an agenda's row about an issue is left out where it is discussed below", () => {
  const row = "| Issue | Title | Wish |\n| --- | --- | --- |\n| #1 | Longer hose | Discuss |";
  const talk =
    "Mona showed that the hose of #1 leaks at the tap, and that a longer one would leak there too.";

  expect(bodyFor(`${row}\n\n${talk}`)).not.toContain("Discuss |");
  expect(bodyFor(`${row}\n\n${talk}`)).toContain("Mona showed");
  expect(bodyFor(row)).toMatch(/^Mentioned on/);
  expect(bodyFor(row.replace("Discuss", "Mona will look"))).toContain("Mona will look");
});
