import type { Question } from "./read-repositories.ts";

/** Threads asked for in one request: each brings up to a hundred comments, and GitHub allows 500,000 nodes. */
const THREADS_PER_REQUEST = 100;

/**
 * Splits questions so that no request asks for more threads than GitHub answers. Milestones, labels and logins are asked
 * for in a repository's first part only.
 */
export function splitQuestions(questions: readonly Question[]): readonly (readonly Question[])[] {
  const parts: Question[][] = [[]];
  let room = THREADS_PER_REQUEST;
  for (const { repository, request } of questions) {
    let rest = request.threads;
    let asked = { ...request, threads: rest.slice(0, room) };
    for (;;) {
      parts.at(-1)?.push({ repository, request: asked });
      room -= asked.threads.length;
      rest = rest.slice(asked.threads.length);
      if (rest.length === 0) break;
      parts.push([]);
      room = THREADS_PER_REQUEST;
      asked = {
        threads: rest.slice(0, room),
        milestones: false,
        labels: [],
        logins: [],
        actionIssues: false,
      };
    }
  }
  return parts.filter((part) => part.length > 0);
}
