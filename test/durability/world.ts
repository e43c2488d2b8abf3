import { createSandbox, type Sandbox } from "../../sandbox/sandbox.ts";
import type { CommentStyle } from "./story/beat.ts";
import { buildRegistration, type Registration } from "./registration.ts";

export const MINUTES = "grove/minutes";
export const TARGET = "grove/orchard";

const PATH = "meetings/2026-03-02.md";

const configuration = (style: CommentStyle): string => `repository: ${TARGET}
repositories: {orchard: ${TARGET}}
people: {Quince: quince}
actions: {write-back: pull-request}
releases: {assign-milestone: true}
labels: {remove-when-discussed: [agenda]}
comments: {when: mentioned, style: ${style}, closed: always}
`;

/**
 * What the minutes say after each push. The last but one changes all that a plan can change, the last one takes half
 * of it back.
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
export async function startWorld(style: CommentStyle = "meeting"): Promise<{
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
  world.commit(MINUTES, { ".github/minutebook.yml": configuration(style), "README.md": "Our minutes.\n" });
  world.addInstallation("grove");
  isPast = false;
  await sandbox.start();
  return { sandbox, registration };
}

/** How often the minutes can be pushed, with another push to come. */
export const PUSHES = TEXTS.length - 1;

/**
 * Pushes the minutes, for the first time (0) or again; resolves when the webhook was answered, or was not.
 *
 * @param style - thread: each time as the minutes of another meeting, which is added to the comments of those before.
 */
export async function pushMinutes(
  { world }: Sandbox,
  index = 0,
  style: CommentStyle = "meeting",
): Promise<string> {
  const text = TEXTS[index] ?? "";
  const day = `2026-03-0${2 + index}`;
  const files =
    style === "meeting" ? { [PATH]: text } : { [`meetings/${day}.md`]: text.replace("2026-03-02", day) };
  return world.push(MINUTES, files, { author: "quince" });
}
