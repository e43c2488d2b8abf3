import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Issue } from "../../sandbox/world/entities.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const END = "<!-- minutebook:end -->";
const LATER = "meetings/2026-01-19.md";
const CARRIED = "# Crew meeting 2026-01-19\n\n- TODO: Ada to print the new timetable\n";
const SECRET = TODO.replace("TODO", "[private] TODO");

let stage: Stage;

async function start(config = CONFIG): Promise<void> {
  stage = await setStage();
  buildHarbour(stage.sandbox, config);
  stage.sandbox.world.addRepository("harbour/yard");
}

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

function ours(): Issue {
  const found = stage.sandbox.world.issues(APP).find(({ body }) => body?.includes("minutebook:issue"));
  if (found === undefined) throw new Error("Nothing was opened.");
  return found;
}

/** A person edits it in the browser, where lines end otherwise. */
function edit(change: (body: string) => string): Promise<void> {
  return stage.sandbox.world.edit(ours(), { body: change(ours().body ?? "").replaceAll("\n", "\r\n") });
}

const tear = () => edit((body) => `Above.\n\n${body.replace(END, "")}\n\nBelow, by hand.`);

function expectTakenBack() {
  const { body } = ours();
  expect(body).not.toMatch(/timetable|print|Updated by Minutebook/i);
  expect(body).toMatch(/^Above\./);
  expect(body).toContain("Below, by hand.");
}

function lastRun(): string {
  const { summary, text } = stage.sandbox.world.checkRuns(MINUTES).at(-1) ?? {};
  return `${summary}\n${text}`;
}

const LEFT = "The end mark of Minutebook's section is missing";

describe("of an issue whose section by Minutebook a person left without its end", () => {
  beforeEach(() => start());

  test("our words go where the action becomes private, and theirs stay", async () => {
    await push({ [PATH]: minutes([TODO]) });
    await tear();
    await push({ [PATH]: minutes([SECRET]) });

    expectTakenBack();
    expect(ours().state).toBe("closed");
    expect(lastRun()).not.toContain(LEFT);
  });

  test("those go that are private now, where the action itself stays", async () => {
    await push({ [PATH]: minutes([TODO, "    - marzipan helps"]) });
    expect(ours().body).toContain("marzipan");
    await tear();
    await push({ [PATH]: minutes([TODO, "    - (private) marzipan helps"]) });

    expect(ours().body).not.toContain("marzipan");
    expect(ours().body?.match(/\*\*What:\*\*/g)).toHaveLength(1);
    expect(ours().body).toMatch(/^Above\.[\s\S]*Below, by hand\.$/);
  });

  test("those of minutes that carry it over go with the rest", async () => {
    await push({ [PATH]: minutes([TODO]) });
    await push({ [LATER]: CARRIED });
    expect(ours().body).toContain("Carried over in");
    await tear();
    await push({ [PATH]: minutes([SECRET]), [LATER]: CARRIED.replace("TODO", "[private] TODO") });

    expectTakenBack();
    expect(ours().body).not.toMatch(/Carried over in|19 January/);
  });

  test("our words go where nothing may be posted there any more", async () => {
    await push({ [PATH]: minutes([TODO]) });
    await tear();
    await push({ ".github/minutebook.yml": CONFIG.replace(APP, "harbour/yard") });
    await push({ [PATH]: minutes() });

    expectTakenBack();
  });

  test("and without its last lines, what we wrote line by line goes", async () => {
    await push({ [PATH]: minutes([TODO]) });
    await edit(
      (body) => `Above.\n\n${body.replace(END, "").replace(/<sub>.*<\/sub>/, "")}\n\nBelow, by hand.`,
    );
    await push({ [PATH]: minutes([SECRET]) });

    expectTakenBack();
    expect(lastRun()).not.toContain(LEFT);
  });

  test("and without its last lines and what it was made from, all stays, and the check run says so", async () => {
    await push({ [PATH]: minutes([TODO]) });
    await edit(
      (body) => `Above.\n\n${body.replace(END, "").replace(/<sub>.*<\/sub>/, "")}\n\nBelow, by hand.`,
    );
    await stage.ledger.saveHead(MINUTES, "0123456789012345678901234567890123456789");
    await push({ [PATH]: minutes([SECRET]) });

    expect(ours().body).toMatch(/timetable[\s\S]*Below, by hand\./);
    expect(lastRun()).toContain(LEFT);
  });
});

test("of one with the team's own words, what we wrote line by line goes", async () => {
  await start(`${CONFIG}actions: {template: "{{facts}}\\n\\n{{excerpt}}"}\n`);
  await push({ [PATH]: minutes([TODO]) });
  expect(ours().body).not.toContain("Updated by Minutebook");
  await tear();
  await push({ [PATH]: minutes([SECRET]) });

  expectTakenBack();
});
