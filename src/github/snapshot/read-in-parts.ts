import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { readRepositories, type Answers, type Question } from "./read-repositories.ts";
import { takeQuestions } from "./split-questions.ts";

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

/** Two parts with half of the threads and issues each. null: there is nothing to halve. */
function halve(questions: readonly Question[]): readonly [readonly Question[], readonly Question[]] | null {
  const threads = questions.reduce((sum, { request }) => sum + request.threads.length, 0);
  const issues = questions.reduce((sum, question) => sum + question.issues.length, 0);
  if (threads + issues < 2) return null;
  const half = Math.ceil(threads / 2);
  return takeQuestions(questions, half, threads < 2 ? Math.floor(issues / 2) : Math.ceil(issues / 2));
}
