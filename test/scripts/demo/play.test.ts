import { expect, test } from "@jest/globals";
import { loadOwnMinutes } from "../../../scripts/demo/own-minutes.ts";
import { play, setStage } from "../../../scripts/demo/play.ts";
import { noColors } from "../../../src/cli/io.ts";
import { makeFolder } from "../../cli/folder.ts";

test("a plan that waits is approved, and what is skipped has its reason", async () => {
  const team = makeFolder({
    ".github/minutebook.yml": "repository: orchard/apple\nmode: review\ncomments: {when: mentioned}\n",
    "meetings/a.md": "# Call 2026-03-02\n\n- #7 is ripe\n- meadow/pear#3 and meadow/pear#4 are ours, too\n",
  });
  const scenario = loadOwnMinutes({ minutes: team, config: null, repository: null }, () => {});
  const lines: string[] = [];

  const stage = await setStage(scenario, 0);
  try {
    const failures = await play(stage, scenario, noColors, (line) => lines.push(line));

    expect(failures).toEqual([]);
    expect(stage.sandbox.world.comments("orchard/apple", 7)).toHaveLength(1);
  } finally {
    await stage.stop();
  }
  expect(lines.slice(0, 4)).toEqual([
    "push Add meetings/a.md",
    expect.stringMatching(/^ {2}Waiting for approval: 1 to create · 2 skipped /),
    "  The demo presses “Post this” on the check run, as you would on GitHub.",
    expect.stringMatching(/^ {2}1 created · 2 skipped /),
  ]);
  expect(lines.slice(4)).toEqual([
    expect.stringMatching(
      /^ {2}skipped comment on meadow\/pear#3, comment on meadow\/pear#4: .*meadow\/pear/,
    ),
  ]);
}, 60_000);
