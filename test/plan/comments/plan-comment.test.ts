import { commentReason } from "../../../src/messages/reasons/comment-reasons.ts";
import { fileProblem } from "../../../src/messages/reasons/file-problems.ts";
import { describe, expect, test } from "@jest/globals";
import {
  applied,
  commentsOf,
  config,
  FIRST,
  fileOf,
  MINUTES,
  milestoneOf,
  PATH,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
  standing,
  TARGET,
  threadOf,
} from "../builders.ts";

const SOURCE = `# Team meeting 2021-03-04

## Crash on start

- #1 crashes on old machines
  - DECISION: #1 will go in 1.1
  - TODO: Mona to bisect the crash of #1
`;

const EDITED = SOURCE.replace("on old machines", "on all machines");

function afterFirstPush(source: string, difference = {}) {
  const first = plan([fileOf(source)]);
  const state = applied(repositoryOf(), first);
  const thread = state.threads["1"];
  const comments = thread?.known === true ? thread.comments.map((one) => ({ ...one, ...difference })) : [];
  return { ...state, threads: { ...state.threads, "1": threadOf(1, { comments }) } };
}

function commentAfter(file: ReturnType<typeof fileOf>, difference = {}, commit = SECOND) {
  const snapshot = snapshotOf(afterFirstPush(SOURCE, difference));
  return commentsOf(plan([file], { snapshot, commit, before: FIRST }));
}

describe("a comment", () => {
  const [comment] = commentsOf(plan([fileOf(SOURCE)]));
  const body = comment?.body ?? "";

  test("begins with one sentence with meeting, date and a permanent link to the lines", () => {
    expect(body).toMatch(
      /^Discussed on \*\*4 March 2021\*\* in \[Team meeting\]\(https:\/\/github\.com\/octo-org\/minutes\/blob\/1{40}\/meetings\/2021-03-04\.md\?plain=1#L5(-L7)?\)\.\n/,
    );
  });

  test("links its own repository's issues as such where that was renamed since the minutes named it", () => {
    const name = "octo-org/application";
    const snapshot = { ...snapshotOf(), repositories: { [TARGET]: repositoryOf({ name }) } };

    const [renamed] = commentsOf(plan([fileOf(SOURCE)], { snapshot }));

    expect(renamed?.body).toContain(`[#1](https://github.com/${name}/issues/1)`);
    expect(renamed?.body).not.toContain(`${TARGET}#1`);
  });

  test("has the decisions first, each linked to its line, with the release and a link to it", () => {
    const snapshot = snapshotOf(
      repositoryOf({
        milestones: [
          {
            number: 7,
            title: "v1.1",
            description: "",
            state: "open",
            url: "https://github.com/octo-org/app/milestone/7",
          },
        ],
      }),
    );
    const [step] = commentsOf(plan([fileOf(SOURCE)], { snapshot }));

    expect(step?.body).toMatch(
      /\*\*Decided\*\*\n\n- \[#\u200b1 will go in 1\.1\]\(\S+#L6\) → goes into \[v1\.1\]\(https:\/\/github\.com\/octo-org\/app\/milestone\/7\)/,
    );
  });

  describe("names a milestone", () => {
    const snapshot = snapshotOf(repositoryOf({ milestones: [milestoneOf("v1.1"), milestoneOf("2.0")] }));
    const bodyFor = (...lines: string[]): string => {
      const source = `# Team meeting 2021-03-04\n\n${lines.join("\n")}\n`;
      return commentsOf(plan([fileOf(source)], { snapshot }))[0]?.body ?? "";
    };

    test("that the excerpt sends the issue to, linked, once", () => {
      const body = bodyFor(
        "- #1 is bad",
        "  - Mona: I have a fix that targets 1.1",
        "  - Hubot: I have another that targets v1.1",
        "- 2.0 is far away",
      );

      expect(body).toMatch(/\*\*Milestone:\*\* \[v1\.1\]\(https:\S+\/milestone\/7\)\n/);
      expect(body).not.toMatch(/\[2\.0\]/);
    });

    test.each([
      [["- #1 is bad", "  - maybe for 1.1"]],
      [["- #1 is bad, but not for 1.1"]],
      [["- #1 is bad", "  - it won't make 2.0"]],
      [["- #1 is bad and comes after 1.1"]],
      [["- The 1.1 party: #1 has the list of cakes"]],
      [["- #1 is bad", "  - the cakes of #2 to land in 1.1"]],
    ])("not where the minutes do not send it there: %j", (lines) => {
      const body = bodyFor(...lines);

      expect(body).toContain("Discussed on");
      expect(body).not.toContain("**Milestone");
    });
  });

  test("names who took an action on, without a ping, with a token for its issue", () => {
    expect(body).toMatch(
      /\*\*To do\*\*\n\n- \*\*Mona\*\*: \[Bisect the crash of #\u200b1\]\(\S+#L7\) – <!--minutebook-issue:/,
    );
    expect(body).not.toContain("@mona");
  });

  test("ends with how to stop it, and its marker", () => {
    expect(body).toMatch(
      /<sub>Posted by Minutebook from \[octo-org\/minutes\]\(\S+\)\. Delete this comment to stop updates here · \[Settings\]\(https:\/\/github\.com\/octo-org\/minutes\/blob\/HEAD\/\.github\/minutebook\.yml\)<\/sub>/,
    );
    expect(body).toMatch(/<!-- minutebook:comment \{[^<>-]*\} -->$/);
  });

  test("quotes what was said under its topic", () => {
    expect(body).toContain("Under *Crash on start*:");
    expect(body).toContain("> - [#1](https://github.com/octo-org/app/issues/1) crashes on old machines");
  });

  test("folds a long excerpt", () => {
    const long = SOURCE.replace("on old machines", `on old machines. ${"It is a long story. ".repeat(80)}`);

    const [step] = commentsOf(plan([fileOf(long)]));

    expect(step?.body).toMatch(/<details><summary>From the minutes<\/summary>\n\n> [\s\S]*\n\n<\/details>/);
  });

  test("is one for an issue that a file mentions several times, each line quoted once", () => {
    const comments = commentsOf(
      plan([fileOf("# Sync 2021-03-04\n\n- #1 is slow\n\nNothing else.\n\n- #1 is also loud, says #1\n")]),
    );

    expect(comments).toHaveLength(1);
    expect(comments[0]?.body?.match(/is slow/g)).toHaveLength(1);
    expect(comments[0]?.body?.match(/is also loud/g)).toHaveLength(1);
  });
});

test("a comment names and links each topic that spoke of its issue", () => {
  const source = "# Sync 2021-03-04\n\n## Pumps\n\n- #1 is slow\n\n## Seeds\n\n- #1 ate them\n";

  const [comment] = commentsOf(plan([fileOf(source)]));

  expect(comment?.body).toMatch(/\n\[Pumps\]\(\S+#L5\):\n\n> - \S+ is slow\n\n\[Seeds\]\(\S+#L9\):\n\n> - /);
});

describe("a second push", () => {
  test("keeps a comment when nothing about it changed, at whatever commit", () => {
    const [comment] = commentAfter(fileOf(SOURCE, SOURCE));

    expect(comment).toMatchObject({ action: "keep", commentId: 101 });
  });

  test("keeps a comment when only its lines moved", () => {
    const moved = SOURCE.replace("## Crash", "## Hello\n\nNice to see you.\n\n## Crash");

    const [comment] = commentAfter(fileOf(moved, SOURCE));

    expect(comment?.action).toBe("keep");
  });

  test("edits the comment when the minutes changed, and says so with the commit", () => {
    const [comment, ...others] = commentAfter(fileOf(EDITED, SOURCE));

    expect(others).toEqual([]);
    expect(comment).toMatchObject({
      action: "update",
      commentId: 101,
      reason: { code: "minutes-changed" },
    });
    expect(comment?.body).toContain("on all machines");
    expect(comment?.body).toContain(`[2222222](https://github.com/octo-org/minutes/commit/${SECOND})`);
  });

  test("leaves the edit note alone once it is there", () => {
    const [edit] = commentAfter(fileOf(EDITED, SOURCE));
    const state = afterFirstPush(SOURCE);
    const thread = threadOf(1, { comments: [standing(edit)] });
    const snapshot = snapshotOf({ ...state, threads: { "1": thread } });

    const [comment] = commentsOf(plan([fileOf(EDITED, EDITED)], { snapshot, commit: "3".repeat(40) }));

    expect(comment?.action).toBe("keep");
  });

  test("knows the comment again under a new title of the topic, which it takes over", () => {
    const before = "# Team meeting 2021-03-04\n\n## Crash\n\n- #1 is slow\n";
    const after = "# Team meeting 2021-03-04\n\n## The crash on start\n\n- #1 is slow\n";
    const [first] = commentsOf(plan([fileOf(before)]));
    const threads = { "1": threadOf(1, { comments: [standing(first)] }) };

    const [again, ...others] = commentsOf(
      plan([fileOf(after, before)], { snapshot: snapshotOf(repositoryOf({ threads })) }),
    );

    expect(again).toMatchObject({ action: "update", commentId: 101 });
    expect(again?.body).toContain("Under *The crash on start*:");
    expect(others).toEqual([]);
  });

  test("knows the comments on #1 and #12 apart", () => {
    const source = "# Team meeting 2021-03-04\n\n- #1 is slow\n- #12 is fast\n";
    const state = repositoryOf({ threads: { "1": threadOf(1), "12": threadOf(12) } });
    const made = commentsOf(plan([fileOf(source)], { snapshot: snapshotOf(state) }));
    const threads = Object.fromEntries(
      made.map((step) => [
        String(step.target.number),
        threadOf(step.target.number, { comments: [standing(step)] }),
      ]),
    );

    const again = plan([fileOf(source, source)], { snapshot: snapshotOf(repositoryOf({ threads })) });

    expect(commentsOf(again).map(({ action, commentId }) => [action, commentId])).toEqual([
      ["keep", 101],
      ["keep", 112],
    ]);
  });

  test("finds the comment again with no ledger, by a delivery that comes twice", () => {
    const [comment] = commentAfter(fileOf(SOURCE), {}, FIRST);

    expect(comment?.action).toBe("keep");
  });

  test("does not take the comment of another file for its own, however alike their names are", () => {
    const other = fileOf(SOURCE.replaceAll("crash", "freeze"), null, { path: `${PATH}.md` });

    expect(commentAfter(other)).toMatchObject([{ action: "create", commentId: null }]);
  });

  test("does not take the comment of other minutes' repository for its own", () => {
    const repository = { name: "octo-org/minutes-2", visibility: "public", defaultBranch: "main" } as const;
    const snapshot = snapshotOf(afterFirstPush(SOURCE));

    expect(commentsOf(plan([fileOf(SOURCE)], { snapshot, repository }))).toMatchObject([
      { action: "create" },
    ]);
  });

  test("treats a comment whose marker was broken as another's", () => {
    expect(commentAfter(fileOf(SOURCE), { body: "Somebody wrote here." })).toMatchObject([
      { action: "create" },
    ]);
  });

  test("links an issue that could not be opened before", () => {
    const [first] = commentsOf(plan([fileOf(SOURCE)]));
    const body = standing(first).body.replace(/ – \S+/, "");
    const state = afterFirstPush(SOURCE, { body });

    const [comment] = commentsOf(
      plan([fileOf(SOURCE, SOURCE)], { snapshot: snapshotOf(state), commit: SECOND }),
    );

    expect(comment).toMatchObject({
      action: "update",
      reason: { code: "linked-issue-opened" },
    });
  });

  test("deletes what is there twice, but for the oldest", () => {
    const state = afterFirstPush(SOURCE);
    const thread = state.threads["1"];
    const own = thread?.known === true ? thread.comments[0] : undefined;
    const comments = own === undefined ? [] : [own, { ...own, id: 555 }];
    const snapshot = snapshotOf({ ...state, threads: { "1": threadOf(1, { comments }) } });

    const steps = commentsOf(plan([fileOf(SOURCE, SOURCE)], { snapshot }));

    expect(steps.map(({ action, commentId }) => [action, commentId])).toEqual([
      ["keep", 101],
      ["delete", 555],
    ]);
    expect(new Set(steps.map(({ key }) => key)).size).toBe(2);
  });
});

describe("what people did to a comment", () => {
  test("a comment that a maintainer deleted is not posted again, even after the file was renamed", () => {
    const key = `comment:${MINUTES}:${PATH}:${TARGET}#1`;
    const snapshot = snapshotOf(repositoryOf({ threads: { "1": threadOf(1, { deletedComments: [key] }) } }));
    const renamed = fileOf(SOURCE, SOURCE, { path: "meetings/renamed.md", previousPath: PATH });

    expect(commentsOf(plan([fileOf(SOURCE)], { snapshot }))[0]).toMatchObject({
      action: "skip",
      reason: { code: "comment-deleted" },
    });
    expect(commentsOf(plan([renamed], { snapshot }))[0]?.action).toBe("skip");
  });

  test("a comment that a maintainer hid is left alone, whatever changed", () => {
    expect(commentAfter(fileOf(EDITED, SOURCE), { minimized: true })[0]?.action).toBe("keep");
  });
});

describe("minutes that stop mentioning an issue", () => {
  const without = "# Team meeting 2021-03-04\n\nNothing today.\n";

  test("have its comment deleted", () => {
    expect(commentAfter(fileOf(without, SOURCE))).toMatchObject([
      { action: "delete", commentId: 101, reason: { code: "mention-removed" }, body: null },
    ]);
  });

  test("that keep it private now have its comment deleted, or left without a word of it", () => {
    const hidden = SOURCE.replaceAll(/^(?=[^#\n])/gm, "[private] ");

    expect(commentAfter(fileOf(hidden, SOURCE))[0]?.action).toBe("delete");
    const [comment] = commentAfter(fileOf(hidden, SOURCE), { answered: true });
    const [text = ""] = (comment?.body ?? "").split("<!--");
    expect(comment?.action).toBe("update");
    expect(text.trim()).toMatch(/^\*Removed from \[\S+\]\(\S+\/blob\/2{40}\/\S+\) in \[\S+\)\.\*$/);
  });

  test.each([{ reactions: 1 }, { answered: true }])(
    "keep a comment with %j, which says that the mention is gone",
    (difference) => {
      const [comment] = commentAfter(fileOf(without, SOURCE), difference);

      expect(comment?.action).toBe("update");
      expect(comment?.body).toMatch(
        /^\*Removed from \[meetings\/2021-03-04\.md\]\(\S+\/blob\/1{40}\/\S+\) in \[2222222\]/,
      );
      expect(comment?.body).toContain("crashes on old machines");
    },
  );

  test("say once that the mention is gone, and show it again when it is back", () => {
    const [gone] = commentAfter(fileOf(without, SOURCE), { answered: true });
    const thread = threadOf(1, { comments: [standing(gone, { answered: true })] });
    const snapshot = snapshotOf(repositoryOf({ threads: { "1": thread } }));

    expect(commentsOf(plan([fileOf(without, SOURCE)], { snapshot }))[0]?.action).toBe("keep");
    expect(commentsOf(plan([fileOf(SOURCE, without)], { snapshot }))[0]).toMatchObject({
      action: "update",
      reason: { code: "mentioned-again" },
    });
  });

  test("keep the comment where the configuration says so", () => {
    const state = afterFirstPush(SOURCE);
    const settings = { ...config, comments: { ...config.comments, unreferenced: "keep" as const } };

    const steps = commentsOf(
      plan([fileOf(without, SOURCE)], { snapshot: snapshotOf(state), config: settings }),
    );

    expect(steps.map(({ action }) => action)).toEqual(["keep"]);
  });

  test("find the comment by what the ledger knows after a force push", () => {
    const file = fileOf(without, null, { knownTargets: [`${TARGET}#1`] });

    expect(commentAfter(file)).toMatchObject([{ action: "delete" }]);
  });
});

describe("files that move or go", () => {
  test("a renamed file keeps its comment, which follows", () => {
    const renamed = fileOf(SOURCE, SOURCE, { path: "notes/team.md", previousPath: PATH });

    const [comment, ...others] = commentAfter(renamed);

    expect(others).toEqual([]);
    expect(comment).toMatchObject({
      action: "update",
      commentId: 101,
      reason: { code: "minutes-moved", values: { path: PATH } },
    });
    expect(comment?.body).toContain("/notes/team.md?plain=1");
    expect(comment?.body).not.toContain("Edited");
  });

  test("a file that was moved and rewritten, in which git sees no rename, keeps its comment by meeting and date", () => {
    const gone = fileOf(null, SOURCE);
    const moved = fileOf(EDITED, null, { path: "archive/2021-03-04.md" });
    const snapshot = snapshotOf(afterFirstPush(SOURCE));

    const steps = commentsOf(plan([gone, moved], { snapshot, commit: SECOND }));

    expect(steps.map(({ action, commentId }) => [action, commentId])).toEqual([["update", 101]]);
  });

  test("deleted minutes have their comments deleted or kept, as the configuration says", () => {
    const settings = { ...config, comments: { ...config.comments, unreferenced: "keep" as const } };
    const snapshot = snapshotOf(afterFirstPush(SOURCE));

    expect(commentsOf(plan([fileOf(null, SOURCE)], { snapshot }))[0]?.action).toBe("delete");
    expect(commentsOf(plan([fileOf(null, SOURCE)], { snapshot, config: settings }))[0]?.action).toBe("keep");
  });

  test("a file that could not be read changes nothing and says why", () => {
    const problem = fileProblem("file-not-utf8");
    const broken = fileOf(null, SOURCE, { problem });
    const snapshot = snapshotOf(afterFirstPush(SOURCE));

    const made = plan([broken], { snapshot });

    expect(made.steps).toEqual([]);
    expect(made.notices).toMatchObject([{ level: "error", ...problem }]);
  });

  test("the comment follows a renamed minutes repository by its id, and is not posted twice", () => {
    const repository = { name: MINUTES, visibility: "public", defaultBranch: "main", id: "42" } as const;
    const first = plan([fileOf(SOURCE)], { repository });
    const snapshot = snapshotOf(applied(repositoryOf(), first));

    const steps = commentsOf(
      plan([fileOf(SOURCE, SOURCE)], { snapshot, repository: { ...repository, name: "octo-org/protocols" } }),
    );

    expect(steps.map(({ action }) => action)).toEqual(["keep"]);
  });

  test("the comment follows a transferred issue into a repository that is configured", () => {
    const state = afterFirstPush(SOURCE);
    const thread = state.threads["1"];
    const own = thread?.known === true ? thread.comments : [];
    const elsewhere = "octo-org/docs";
    const moved = threadOf(31, { repository: elsewhere, comments: own });
    const settings = { ...config, repositories: { docs: elsewhere } };
    const snapshot = snapshotOf({ ...state, threads: { "1": moved } }, repositoryOf({ name: elsewhere }));

    const [comment] = commentsOf(plan([fileOf(EDITED, SOURCE)], { snapshot, config: settings }));

    expect(comment).toMatchObject({
      action: "update",
      commentId: 101,
      target: { repository: elsewhere, number: 31 },
    });
  });

  test("an issue transferred to a repository that is not configured gets nothing, and it isn't said where it is", () => {
    const moved = threadOf(31, { repository: "octo-org/secret" });
    const snapshot = snapshotOf(repositoryOf({ threads: { "1": moved } }));

    const [comment] = commentsOf(plan([fileOf(SOURCE)], { snapshot }));

    expect(comment?.action).toBe("skip");
    expect(comment?.reason.code).toBe("thread-transferred");
    expect(JSON.stringify(comment?.reason)).not.toContain("secret");
  });
});

describe("issues that get no comment", () => {
  test.each([
    ["locked", { "1": threadOf(1, { locked: true }) }, commentReason("thread-locked")],
    [
      "opened after the meeting",
      { "1": threadOf(1, { createdAt: "2021-04-01T00:00:00Z" }) },
      commentReason("opened-after-meeting", { opened: "2021-04-01", meeting: "2021-03-04" }),
    ],
    ["not there", { "1": { known: false, reason: "not-found" } as const }, commentReason("thread-not-found")],
    [
      "not answered for",
      { "1": { known: false, reason: "unavailable" } as const },
      commentReason("thread-no-answer"),
    ],
    ["not asked for", {}, commentReason("thread-not-asked")],
  ])("one that is %s is skipped with the reason", (_what, threads, reason) => {
    const [comment] = commentsOf(plan([fileOf(SOURCE)], { snapshot: snapshotOf(repositoryOf({ threads })) }));

    expect(comment?.action).toBe("skip");
    expect(comment?.reason).toEqual(reason);
  });

  test("an issue opened on the evening of the meeting in another zone was there", () => {
    const threads = { "1": threadOf(1, { createdAt: "2021-03-05T03:00:00Z" }) };

    const [comment] = commentsOf(plan([fileOf(SOURCE)], { snapshot: snapshotOf(repositoryOf({ threads })) }));

    expect(comment?.action).toBe("create");
  });

  test("closed issues, pull requests and discussions get theirs", () => {
    const threads = {
      "1": threadOf(1, { state: "closed" }),
      "2": threadOf(2, { kind: "pull", state: "merged" }),
      "3": threadOf(3, { kind: "discussion" }),
    };
    const source = "# Sync 2021-03-04\n\n- #1 and #2 and #3\n";

    const steps = commentsOf(plan([fileOf(source)], { snapshot: snapshotOf(repositoryOf({ threads })) }));

    expect(steps.map(({ action, target }) => [action, target.thread])).toEqual([
      ["create", "issue"],
      ["create", "pull"],
      ["create", "discussion"],
    ]);
  });
});

describe("an issue that the minutes may not mean", () => {
  const doubtful = "# Team meeting 2021-03-04\n\n- we meet for \\#1 on Friday\n";

  test("gets no comment, and nothing else is done for it", () => {
    const made = plan([fileOf(doubtful)]);

    expect(made.steps).toEqual([
      expect.objectContaining({
        kind: "comment",
        action: "skip",
        reason: commentReason("doubtful-mention"),
      }),
    ]);
    expect(made.notices.map(({ code, line }) => [code, line])).toEqual([["doubtful-reference", 3]]);
  });

  test("keeps the comment that is there as it is, whoever answered it", () => {
    const [step] = commentAfter(fileOf(doubtful, SOURCE));

    expect(step).toMatchObject({
      action: "keep",
      commentId: expect.anything(),
      reason: { code: "mention-now-doubtful" },
    });
  });

  test("is quoted only where it is sure", () => {
    const [step] = commentsOf(plan([fileOf(`${SOURCE}\nThe walk is for \\#1 on Friday.\n`)]));

    expect(step?.body).toContain("crashes on old machines");
    expect(step?.body).not.toContain("The walk");
  });
});
