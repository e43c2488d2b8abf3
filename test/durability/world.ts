import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import { buildRegistration, type Registration } from "./registration.ts";

export const MINUTES = "grove/minutes";
export const TARGET = "grove/orchard";

const PATH = "meetings/2026-03-02.md";

const CONFIG = `repository: ${TARGET}
repositories: {orchard: ${TARGET}}
people: {Quince: quince}
actions: {write-back: pull-request}
releases: {assign-milestone: true}
labels: {remove-when-discussed: [agenda]}
comments: {when: mentioned, style: meeting, closed: always}
`;

/**
 * What the minutes say after each push. The last but one changes all that a plan can change, the last one takes half of it
 * back.
 */
const TEXTS = [
  `# Weekly meeting, 2026-03-02

Present: Quince, Medlar

## Grafting

- We looked at #1 and at #2 for a long time.
- RESOLVED: #1 will go in 4.0
- [ ] Quince: write down how the old trees were grafted
- [ ] Medlar: ask the neighbours for their ladder

## Watering

- #3 can wait until the well is dry.
`,
  `# Weekly meeting, 2026-03-02

Present: Quince, Medlar

## Grafting

- We looked at #1 and at #2 for a long time.
- RESOLVED: #1 will go in 4.0
- [ ] Quince: write down how the old trees were grafted
- [x] Medlar: ask the neighbours for their ladder

## Watering

- #3 can wait until the well is dry.
`,
  `# Weekly meeting, 2026-03-02

Present: Quince, Medlar

## Grafting

- We looked at #1 and at #2, and found nothing.
- RESOLVED: #2 will go in 4.1
- [x] Quince: write down how the old trees were grafted
- [ ] Medlar: ask the neighbours for their ladder

## Watering

- #4 has to be mended first.
- [ ] Quince: buy a longer rope for the bucket
`,
  `# Weekly meeting, 2026-03-02

Present: Quince, Medlar

## Grafting

- We looked at #1 and at #2 once more.
- RESOLVED: #1 will go in 4.0
- [ ] Quince: write down how the old trees were grafted
- [x] Medlar: ask the neighbours for their ladder

## Watering

- #3 can wait until the well is dry.
- #4 has to be mended first.
`,
] as const;

/** Numbers of what is there from the beginning are lower than this. */
const FIRST_NUMBER = 10_000;

/** A sandbox with minutes not yet pushed and what they mention, and the app installed. */
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
  world.addLabel(TARGET, "agenda");
  world.addIssue(TARGET, { number: 4, title: "Mend the bucket", author: "medlar", labels: ["agenda"] });
  for (const repository of [MINUTES, TARGET]) {
    world.addIssue(repository, { number: FIRST_NUMBER, title: "The first of many", author: "medlar" });
  }
  for (const title of ["4.0", "4.1"]) world.addMilestone(TARGET, { title });
  world.commit(MINUTES, { ".github/minutebook.yml": CONFIG, "README.md": "Our minutes.\n" });
  world.addInstallation("grove");
  isPast = false;
  await sandbox.start();
  return { sandbox, registration };
}

/** How often the minutes can be pushed, with another push to come. */
export const PUSHES = TEXTS.length - 1;

/** Pushes the minutes, for the first time (0) or again; resolves when the webhook was answered, or was not. */
export async function pushMinutes({ world }: Sandbox, index = 0): Promise<string> {
  return world.push(MINUTES, { [PATH]: TEXTS[index] ?? "" }, { author: "quince" });
}
