import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { readRepositories, type Answers, type Question } from "./read-repositories.ts";

/**
 * Asks these questions in one request. Where GitHub gives up on it (a query that takes longer than ten seconds ends in
 * 502), it asks for half of the threads at a time.
 */
export async function readInParts(client: Client, questions: readonly Question[]): Promise<Answers> {
  try {
    return await readRepositories(client, questions);
  } catch (error) {
    const halves = isTooMuch(error) ? halve(questions) : null;
    if (halves === null) throw error;
    const [first, second] = [await readInParts(client, halves[0]), await readInParts(client, halves[1])];
    return { viewer: first.viewer, repositories: [...first.repositories, ...second.repositories] };
  }
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof GitHubError) || error.kind !== "transient") return false;
  return error.status === null || error.status === 502 || error.status === 504;
}

/** Two parts with half of the threads each; the second asks for nothing else. null: there is nothing to halve. */
function halve(questions: readonly Question[]): readonly [Question[], Question[]] | null {
  const total = questions.reduce((sum, { request }) => sum + request.threads.length, 0);
  if (total < 2) return null;
  let room = Math.ceil(total / 2);
  const first: Question[] = [];
  const second: Question[] = [];
  for (const { repository, request } of questions) {
    const taken = request.threads.slice(0, room);
    const rest = request.threads.slice(room);
    room -= taken.length;
    first.push({ repository, request: { ...request, threads: taken } });
    if (rest.length === 0) continue;
    const only = { threads: rest, milestones: false, labels: [], logins: [], actionIssues: false };
    second.push({ repository, request: only });
  }
  return [first, second];
}
