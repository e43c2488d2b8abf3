import type { Client } from "../client.ts";
import { readRepositories, type Question, type RepositoryAnswer } from "./read-repositories.ts";

/**
 * Asks again for people who are in no list of assignable users: one request, and only where there are some. A list that
 * GitHub left empty once would otherwise open issues without their owners, and nobody would ever know.
 */
export async function confirmAssignable(
  client: Client,
  questions: readonly Question[],
  answers: readonly RepositoryAnswer[],
): Promise<readonly RepositoryAnswer[]> {
  const again = questions.flatMap(({ repository, request }): readonly Question[] => {
    const parts = answers.filter((answer) => answer.repository === repository && answer.node !== null);
    const found = new Set(parts.flatMap(({ assignable }) => assignable.map((login) => login.toLowerCase())));
    const missing = request.logins.filter((login) => !found.has(login.toLowerCase()));
    if (parts.length === 0 || missing.length === 0) return [];
    const only = { threads: [], milestones: false, labels: [], logins: missing, actionIssues: false };
    return [{ repository, request: only, issues: [] }];
  });
  if (again.length === 0) return answers;
  const { repositories } = await readRepositories(client, again);
  return answers.map((answer) => {
    const more = repositories.find(({ repository }) => repository === answer.repository)?.assignable ?? [];
    return more.length === 0 ? answer : { ...answer, assignable: [...answer.assignable, ...more] };
  });
}
