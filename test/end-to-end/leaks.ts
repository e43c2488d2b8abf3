import type { Stage } from "./stage.ts";

/** Everything that everybody can read who can read a repository: its check runs, and what is on its threads. */
export function shownIn(stage: Stage, repository: string): string {
  const { world } = stage.sandbox;
  const threads = world
    .issues(repository)
    .flatMap(({ number, title, body }) => [
      title,
      body,
      ...world.comments(repository, number).map((comment) => comment.body),
    ]);
  return JSON.stringify([world.checkRuns(repository).map(shownOf), threads]);
}

type CheckRun = ReturnType<Stage["sandbox"]["world"]["checkRuns"]>[number];

/** What a check run shows. */
export function shownOf(run: CheckRun): object {
  const { title, summary, text, annotations, conclusion, actions } = run;
  return { title, summary, text, annotations, conclusion, actions };
}

/** What the last check run shows, without what differs from one world and commit to the next. */
export function lastShown(stage: Stage, repository: string): string {
  const run = stage.sandbox.world.checkRuns(repository).at(-1);
  if (run === undefined) throw new Error(`${repository} has no check run.`);
  return JSON.stringify(shownOf(run))
    .replace(/localhost:\d+/g, "localhost")
    .replace(/[0-9a-f]{40}/g, "COMMIT")
    .replaceAll("\u200B", "");
}

/** The requests since they were forgotten last, with whose limits they were made on. */
export function requestsOf(stage: Stage, installation: number): readonly string[] {
  return stage.sandbox.requests
    .filter((request) => request.installation === installation)
    .map(({ operation, fields = [] }) => [operation, ...fields].join(" "));
}
