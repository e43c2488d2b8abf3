import type { Client } from "../client.ts";
import type { ThreadNode } from "./answers.ts";
import { readInParts } from "./read-in-parts.ts";
import type { Question, RepositoryAnswer } from "./read-repositories.ts";
import { splitQuestions } from "./split-questions.ts";

/**
 * Asks again for the labels of threads where a label may have to go and not one of a repository's threads has any: a
 * list that GitHub left empty once would otherwise leave the label on, and nobody would ever know.
 */
export async function confirmLabels(
  client: Client,
  questions: readonly Question[],
  answers: readonly RepositoryAnswer[],
): Promise<readonly RepositoryAnswer[]> {
  const again = questions.flatMap(({ repository, request }): readonly Question[] => {
    if (request.agendaLabels !== true) return [];
    const parts = answers.filter((answer) => answer.repository === repository);
    const threads = parts.flatMap((part) => [...part.threads].filter(([, node]) => node !== null));
    if (threads.length === 0 || threads.some(([, node]) => hasLabels(node))) return [];
    const numbers = threads.map(([number]) => number);
    const only = { threads: numbers, milestones: false, labels: [], logins: [], actionIssues: false };
    return [{ repository, request: only, issues: [] }];
  });
  const found = new Map<string, ThreadNode>();
  for (const part of splitQuestions(again)) {
    const { repositories } = await readInParts(client, part);
    for (const { repository, threads } of repositories) {
      for (const [number, node] of threads) {
        if (node !== null && hasLabels(node)) found.set(`${repository}#${number}`, node);
      }
    }
  }
  if (found.size === 0) return answers;
  return answers.map((answer) => ({
    ...answer,
    threads: new Map(
      [...answer.threads].map(([number, node]) => {
        const labels = found.get(`${answer.repository}#${number}`)?.labels;
        return [number, node === null || labels === undefined ? node : { ...node, labels }] as const;
      }),
    ),
  }));
}

const hasLabels = (node: ThreadNode | null): boolean => (node?.labels?.nodes ?? []).length > 0;
