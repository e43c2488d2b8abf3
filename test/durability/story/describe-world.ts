import { findMarker } from "../../../src/plan/marker.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { Comment, Discussion, Issue, PullRequest, Thread } from "../../../sandbox/world/entities.ts";
import { firstNames } from "./places.ts";
import { fullName, type Repository } from "../../../sandbox/world/repository.ts";

/**
 * Everything on GitHub, in a form that is the same in two worlds where the same happened: without ids, times,
 * commits and hashes, and with what the app opened named by its marker instead of its number.
 */
export function describeWorld(sandbox: Sandbox): readonly string[] {
  const { world, url } = sandbox;
  const repositories = world.repositories();
  const names = new Map(
    repositories.flatMap((repository) =>
      [...repository.threads.values()]
        .filter(({ number }) => number >= 10_000)
        .map((thread) => [String(thread.number), nameOf(thread)] as const),
    ),
  );
  return repositories
    .flatMap((repository) => describeRepository(sandbox, repository))
    .map((line) =>
      firstNames(line)
        .replaceAll(url, "")
        .replace(/\b[0-9a-f]{40}\b/g, "COMMIT")
        .replace(/\[`?[0-9a-f]{7}`?\]/g, "[COMMIT]")
        .replace(/"(hash|titleHash|commit)":"[0-9a-f]+"/g, '"$1":HASH')
        .replace(/comment-\d+/g, "comment-ID")
        .replace(/\b\d{5}\b/g, (digits) => names.get(digits) ?? digits),
    )
    .toSorted();
}

/** The same without our comments: what they say can depend on which pushes became one plan. */
export function describeWithoutComments(sandbox: Sandbox): readonly string[] {
  return describeWorld(sandbox).filter((line) => !/: comment on .* \| minutebook\[bot\] \|/.test(line));
}

function describeRepository({ world }: Sandbox, repository: Repository): readonly string[] {
  const name = fullName(repository);
  const threads = [...repository.threads.values()].flatMap((thread) => describeThread(world, thread));
  const milestones = [...repository.milestones.values()].map(
    ({ title, state, description }) => `milestone ${title} | ${state} | ${description}`,
  );
  const labels = [...repository.labels.values()].map((label) => `label ${label.name} | ${label.description}`);
  // An app that looks for what it missed reports again what it finds, but nothing that was taken back.
  const last = repository.checkRuns.findLast((run) => run.name === "Minutebook");
  // Readers don't care whether everything was skipped or was there already.
  const check =
    last === undefined ? [] : [`check ${last.conclusion === "neutral" ? "success" : last.conclusion}`];
  return [...threads, ...milestones, ...labels, ...check].map((line) => `${name}: ${line}`);
}

function describeThread(world: Sandbox["world"], thread: Thread): readonly string[] {
  const name = `${thread.__typename} ${nameOf(thread)}`;
  const comments = thread.comments.map((comment) => `comment on ${name} | ${describeComment(comment)}`);
  return [
    `${name} | ${describeHead(thread)} | ${thread.author?.login} | ${thread.body}`,
    ...comments,
    ...filesOf(world, thread),
  ];
}

function describeHead(thread: Thread): string {
  const { title, state, stateReason, labels } = thread;
  const names = labels.map((label) => label.name).toSorted();
  return [
    title,
    state,
    stateReason,
    names,
    ...(thread.__typename === "Discussion" ? [] : assignmentOf(thread)),
  ].join(" | ");
}

function assignmentOf({ assignees, milestone }: Exclude<Thread, Discussion>): readonly string[] {
  return [
    assignees
      .map(({ login }) => login)
      .toSorted()
      .join(),
    milestone?.title ?? "no milestone",
  ];
}

function describeComment({ author, minimizedReason, reactions, body }: Comment): string {
  return [author?.login, minimizedReason, reactions.length, body].join(" | ");
}

/** What one of the app's pull requests changes. */
function filesOf(world: Sandbox["world"], thread: Thread): readonly string[] {
  if (
    thread.__typename !== "PullRequest" ||
    !thread.headRef.startsWith("minutebook/") ||
    thread.state === "closed"
  )
    return [];
  const path = `${thread.headRef.slice("minutebook/".length)}.md`;
  return [`${nameOf(thread)} brings ${world.file(fullName(thread.repository), path, thread.headRef)}`];
}

function nameOf(thread: Issue | PullRequest | Discussion): string {
  return findMarker(thread.body)?.key ?? thread.title;
}
