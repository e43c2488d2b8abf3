import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { buildRegistration, type Registration } from "./registration.ts";

export const MINUTES = "grove/minutes";
export const TARGET = "grove/orchard";

const CONFIG = `repository: ${TARGET}
repositories: {orchard: ${TARGET}}
people: {Quince: quince}
`;

const MINUTES_TEXT = `# Weekly meeting, 2026-03-02

Present: Quince, Medlar

## Grafting

- We looked at #1 and at #2 for a long time.
- RESOLVED: #1 will go in 4.0
- TODO: Quince to write down how the old trees were grafted
- TODO: Medlar to ask the neighbours for their ladder

## Watering

- #3 can wait until the well is dry.
`;

/** A sandbox with minutes not yet pushed and what they speak of, and the app installed. */
export async function startWorld(): Promise<{
  readonly sandbox: Sandbox;
  readonly registration: Registration;
}> {
  const registration = buildRegistration();
  const { id, publicKey, webhookSecret, permissions, events } = registration;
  // What was there before is older than the meeting; then the world lives in the present.
  let isPast = true;
  const sandbox = createSandbox({
    now: () => (isPast ? new Date("2026-01-05T09:00:00Z") : new Date()),
    app: { id, publicKey, webhookSecret, permissions, events },
  });
  const { world } = sandbox;
  world.addUser("quince");
  world.addUser("medlar");
  for (const repository of [MINUTES, TARGET]) {
    world.addRepository(repository);
    world.addCollaborator(repository, "quince");
  }
  for (const [index, title] of ["Graft the old trees", "Find rootstock", "Mend the well"].entries()) {
    world.addIssue(TARGET, { number: index + 1, title, author: "medlar" });
  }
  world.addMilestone(TARGET, { title: "4.0" });
  world.commit(MINUTES, { ".github/minutebook.yml": CONFIG, "README.md": "Our minutes.\n" });
  world.addInstallation("grove");
  isPast = false;
  await sandbox.start();
  return { sandbox, registration };
}

/** Pushes the minutes; resolves when the webhook was answered, or was not. */
export async function pushMinutes({ world }: Sandbox): Promise<string> {
  return world.push(MINUTES, { "meetings/2026-03-02.md": MINUTES_TEXT }, { author: "quince" });
}

/** All that stands on GitHub through us, in a form that is the same in each world. */
export function describeWorld(sandbox: Sandbox): readonly string[] {
  const { world, url } = sandbox;
  const lines = world
    .issues(TARGET)
    .flatMap((issue) => [
      `issue ${issue.title} | ${issue.state} | ${issue.author?.login} | ${issue.body}`,
      ...world
        .comments(TARGET, issue.number)
        .map((comment) => `comment on ${issue.title} | ${comment.author?.login} | ${comment.body}`),
    ]);
  const milestone = world.milestone(TARGET, "4.0");
  const labels = [...world.repository(TARGET).labels.values()].map(({ name }) => `label ${name}`);
  // Issues that a plan opens have the numbers that were free, and stand in its order or, once interrupted, in another.
  const numbers = new Map(
    world
      .issues(TARGET)
      .filter(({ number }) => number > 3)
      .map(({ number, title }) => [String(number), title]),
  );
  return [...lines, ...labels, `milestone | ${milestone.description}`]
    .map((line) =>
      line
        .replaceAll(url, "")
        .replace(/\b[0-9a-f]{40}\b/g, "COMMIT")
        // Of texts that hold the world's own address and commits.
        .replace(/"hash":"[0-9a-f]+"/g, "HASH")
        .replace(/(\/issues\/|#)(\d+)(?!\d)/g, (_all, before: string, number: string) => {
          return `${before}${numbers.get(number) ?? number}`;
        }),
    )
    .toSorted();
}
