import { gitHubMessage } from "../messages/github-errors.ts";
import { GitHubError } from "../github/errors.ts";
import type { FileReading, GitHub } from "../github/port.ts";
import type { RepositoryName } from "../minutes/meeting.ts";

/** Where GitHub shows none of more files than these, it is GitHub that is broken. */
const FEW = 10;

/**
 * Holds what GitHub shows of files against its own list of them: one that is there and is not shown would be treated
 * as deleted, and all that was posted for it would go. Such a file is looked for in its commit's tree.
 *
 * @throws GitHubError, to be tried again, where it is not there either
 */
export async function findHidden(
  github: Pick<GitHub, "readFileByTree">,
  repository: RepositoryName,
  readings: readonly FileReading[],
): Promise<readonly FileReading[]> {
  const hidden = readings.filter(isHidden);
  if (hidden.length > FEW) throw notShown(repository, hidden[0]);
  const found: FileReading[] = [];
  for (const reading of readings) {
    const again = isHidden(reading) ? await github.readFileByTree(repository, reading) : reading;
    if (isHidden(again)) throw notShown(repository, again);
    found.push(again);
  }
  return found;
}

function isHidden({ text, problem }: FileReading): boolean {
  return text === null && problem === null;
}

function notShown(repository: RepositoryName, file: FileReading | undefined): GitHubError {
  const { path = "", commit = "" } = file ?? {};
  const message = gitHubMessage("file-not-shown", { path, commit: commit.slice(0, 7), repository });
  const error = new GitHubError(message, { kind: "transient" });
  error.isOfMinutes = true;
  return error;
}
