import type { Question } from "./read-repositories.ts";

/** Threads asked for in one request: each brings up to a hundred comments, and GitHub allows 500,000 nodes. */
const THREADS_PER_REQUEST = 100;

/** Minutebook's issues asked for in one request, besides: they bring no comments. */
const ISSUES_PER_REQUEST = 100;

/** Splits questions so that no request asks for more than GitHub answers. */
export function splitQuestions(questions: readonly Question[]): readonly (readonly Question[])[] {
  const parts: (readonly Question[])[] = [];
  let rest = questions;
  while (rest.length > 0) {
    const [part, later] = takeQuestions(rest, THREADS_PER_REQUEST, ISSUES_PER_REQUEST);
    parts.push(part);
    rest = later;
  }
  return parts;
}

/**
 * As much of these questions as so many threads and issues allow, and what is left. Milestones, labels and logins are
 * asked for with a repository's first threads only.
 */
export function takeQuestions(
  questions: readonly Question[],
  threads: number,
  issues: number,
): readonly [taken: readonly Question[], left: readonly Question[]] {
  let room = { threads, issues };
  const taken: Question[] = [];
  const left: Question[] = [];
  for (const question of questions) {
    const { repository, request } = question;
    const first = {
      repository,
      request: { ...request, threads: request.threads.slice(0, room.threads) },
      issues: question.issues.slice(0, room.issues),
    };
    room = {
      threads: room.threads - first.request.threads.length,
      issues: room.issues - first.issues.length,
    };
    taken.push(first);
    const rest = {
      threads: request.threads.slice(first.request.threads.length),
      issues: question.issues.slice(first.issues.length),
    };
    if (rest.threads.length + rest.issues.length === 0) continue;
    const only = { threads: rest.threads, milestones: false, labels: [], logins: [], actionIssues: false };
    left.push({ repository, request: only, issues: rest.issues });
  }
  return [taken, left];
}
