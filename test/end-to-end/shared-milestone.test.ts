import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const DECK = "harbour/deck-minutes";
const DECK_PATH = "meetings/2026-01-06.md";
const OF_DECK = "# Deck meeting 2026-01-06\n\n- DECISION: the bell will go in 2.1\n";
const NEW = "# Deck meeting 2026-01-06\n\n- DECISION: the bell will go in 2.2\n";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

function build(config: string): void {
  buildHarbour(stage.sandbox, config);
  stage.sandbox.world.addRepository(DECK);
  stage.sandbox.world.commit(DECK, { ".github/minutebook.yml": config });
}

/** Lets the first request of this name wait until another one would have overtaken it. */
function holdUp(match: string): void {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 800));
  stage.sandbox.faults.add({ match, fault: { kind: "call", before: wait } });
}

const description = (title: string) => stage.sandbox.world.milestone(APP, title).description;

describe("two repositories of minutes that mention one release at the same moment", () => {
  test("both are in its description", async () => {
    build(CONFIG);
    holdUp("issues/update-milestone");

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.sandbox.world.push(DECK, { [DECK_PATH]: OF_DECK });
    await stage.settle();

    expect(description("2.1")).toContain("Our words.");
    expect(description("2.1")).toContain("Crew meeting");
    expect(description("2.1")).toContain("Deck meeting");
  });

  test("both are in one that both would create", async () => {
    build(`${CONFIG}milestones: ["2.2"]\nreleases: {create-milestone: true}\n`);
    holdUp("issues/create-milestone");

    await stage.sandbox.world.push(MINUTES, { [PATH]: NEW.replace("Deck", "Crew") });
    await stage.sandbox.world.push(DECK, { [DECK_PATH]: NEW });
    await stage.settle();

    expect(description("2.2")).toContain("Crew meeting");
    expect(description("2.2")).toContain("Deck meeting");
  });

  test("and a person who edits it meanwhile: nobody's words are lost", async () => {
    build(CONFIG);
    const edit = () => {
      stage.sandbox.world.milestone(APP, "2.1").description = "Other words.";
    };
    // After the plan was made, and before the milestone is its turn.
    stage.sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "call", before: edit } });

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() });
    await stage.settle();

    expect(description("2.1")).toContain("Other words.");
    expect(description("2.1")).toContain("Crew meeting");
  });
});
