import { GitHubError } from "../github/errors.ts";
import type { FileReading } from "../github/port.ts";
import type { RepositoryName } from "../minutes/meeting.ts";

/**
 * Holds what GitHub shows of files against its own list of them: one that stands there and is not shown would be taken
 * for deleted, and all that was posted for it would go.
 *
 * @throws GitHubError, to be tried again, where one is not shown
 */
export function assertShown(repository: RepositoryName, readings: readonly FileReading[]): void {
  const hidden = readings.find(({ text, problem }) => text === null && problem === null);
  if (hidden === undefined) return;
  throw new GitHubError({
    kind: "transient",
    message: `GitHub lists ${hidden.path} at ${hidden.commit.slice(0, 7)} of ${repository}, and does not show it.`,
    status: null,
    outcomeUnknown: false,
    retryAfterSeconds: null,
    cause: null,
  });
}
