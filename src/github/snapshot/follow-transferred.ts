import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import type { ThreadNode } from "./answers.ts";
import { readRepositories, type Question, type RepositoryAnswer } from "./read-repositories.ts";
import { isSameName, partsOf } from "../../minutes/repository-name.ts";

/** Minutes may be full of numbers that never were an issue; so many are asked for once more. */
const MAX_FOLLOWED = 10;

const MOVED = z.object({ number: z.number(), repository_url: z.string() });

interface Move {
  readonly from: string;
  readonly repository: RepositoryName;
  readonly number: number;
}

/**
 * Finds issues that were transferred: GraphQL does not know their old numbers, REST leads on from them. One request for
 * each number that was not found, and one for all that have moved.
 */
export async function followTransferred(
  client: Client,
  answers: readonly RepositoryAnswer[],
): Promise<readonly RepositoryAnswer[]> {
  const missing = answers.flatMap(({ repository, node, threads }) =>
    node === null
      ? []
      : [...threads].filter(([, thread]) => thread === null).map(([number]) => ({ repository, number })),
  );
  const moves: Move[] = [];
  for (const { repository, number } of missing.slice(0, MAX_FOLLOWED)) {
    const move = await findMove(client, repository, number);
    if (typeof move === "object") moves.push({ from: name(repository, number), ...move });
  }
  if (moves.length === 0) return answers;
  const found = await readMoved(client, moves);
  return answers.map((answer) => ({
    ...answer,
    threads: new Map(
      [...answer.threads].map(([number, thread]) => [
        number,
        thread ?? found.get(name(answer.repository, number)) ?? null,
      ]),
    ),
  }));
}

/**
 * Where an issue is now that GraphQL does not know: REST leads on from its old number. `here`: it has not moved.
 * `deleted`: somebody deleted it. `nowhere`: there is none, or not for us. `refused`: we may not ask.
 */
export async function findMove(
  client: Client,
  repository: RepositoryName,
  number: number,
): Promise<Omit<Move, "from"> | "here" | "deleted" | "nowhere" | "refused"> {
  const { owner, repo } = partsOf(repository);
  try {
    const issue = await client.get(
      "GET /repos/{owner}/{repo}/issues/{issue_number}",
      { owner, repo, issue_number: number },
      MOVED,
    );
    const to = issue.repository_url.split("/").slice(-2).join("/");
    const isHere = isSameName(to, repository) && issue.number === number;
    return isHere ? "here" : { repository: to, number: issue.number };
  } catch (error) {
    if (!(error instanceof GitHubError) || error.kind !== "refused") throw error;
    if (error.status === 410) return "deleted";
    return error.status === 404 ? "nowhere" : "refused";
  }
}

async function readMoved(
  client: Client,
  moves: readonly Move[],
): Promise<ReadonlyMap<string, ThreadNode | null>> {
  const questions = [...Map.groupBy(moves, ({ repository }) => repository)].map(
    ([repository, moved]): Question => ({
      repository,
      request: {
        threads: moved.map(({ number }) => number),
        milestones: false,
        labels: [],
        logins: [],
        actionIssues: false,
      },
      issues: [],
    }),
  );
  const { repositories } = await readRepositories(client, questions);
  return new Map(
    moves.map(({ from, repository, number }) => {
      const answer = repositories.find((one) => one.repository === repository);
      return [from, answer?.threads.get(number) ?? null];
    }),
  );
}

function name(repository: RepositoryName, number: number): string {
  return `${repository}#${number}`.toLowerCase();
}
