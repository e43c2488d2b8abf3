import { isSameName } from "../../minutes/repository-name.ts";
import type {
  CommentTarget,
  FoundIssue,
  FoundPost,
  GitHub,
  Posted,
  PostedIssue,
  PostId,
} from "../../github/port.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { IssueChange, ListChange } from "../../plan/issues/merge-issue.ts";
import { issueLink } from "../../plan/links.ts";
import { findMarker } from "../../plan/marker.ts";
import type { ActionIssueState, OwnComment } from "../../plan/snapshot.ts";
import type { MemoryRepository, Write } from "./memory-store.ts";

/** Changes what is in memory, and reports each change. */
export class MemoryWriter {
  readonly #at: (name: RepositoryName) => MemoryRepository;
  readonly #onWrite: (write: Write) => void;
  #comments = 0;

  constructor(at: (name: RepositoryName) => MemoryRepository, onWrite: (write: Write) => void) {
    this.#at = at;
    this.#onWrite = onWrite;
  }

  createComment({ repository, number }: CommentTarget, body: string): Posted {
    const place = this.#at(repository);
    this.#comments += 1;
    const id = this.#comments;
    const url = `${issueLink(place.webUrl, place.name, number)}#issuecomment-${id}`;
    const comment: OwnComment = { id, url, body, minimized: false, reactions: 0, answered: false };
    place.comments.set(number, [...(place.comments.get(number) ?? []), comment]);
    this.#report("comment", place, { number, url, body });
    return { id, number, url };
  }

  updateComment({ repository, number }: CommentTarget, id: PostId, body: string): Posted {
    const place = this.#at(repository);
    const comments = place.comments.get(number) ?? [];
    const old = comments.find((comment) => comment.id === id);
    if (old === undefined) throw missing(`comment ${id} on ${repository}#${number}`);
    place.comments.set(
      number,
      comments.map((comment) => (comment === old ? { ...comment, body } : comment)),
    );
    this.#report("edit-comment", place, { number, url: old.url, body });
    return { id, number, url: old.url };
  }

  deleteComment({ repository, number }: CommentTarget, id: PostId): boolean {
    const place = this.#at(repository);
    const comments = place.comments.get(number) ?? [];
    const old = comments.find((comment) => comment.id === id);
    if (old === undefined) return false;
    place.comments.set(
      number,
      comments.filter((comment) => comment !== old),
    );
    this.#report("delete-comment", place, { number, url: old.url });
    return true;
  }

  createIssue(text: Parameters<GitHub["createIssue"]>[0]): PostedIssue {
    const { repository, title, body, labels, assignees, milestone } = text;
    const place = this.#at(repository);
    const number = place.nextNumber();
    const url = issueLink(place.webUrl, place.name, number);
    const issue: ActionIssueState = {
      number,
      nodeId: `issue-${number}`,
      url,
      title,
      body: body ?? "",
      state: "open",
      stateReason: null,
      closedBy: null,
      labels,
      assignees,
      milestone,
      locked: false,
      activity: 0,
    };
    place.issues.set(number, issue);
    this.#report("issue", place, issue);
    return { id: issue.nodeId, number, url, dropped: [] };
  }

  readIssue(repository: RepositoryName, number: number): FoundIssue {
    const issue = this.#at(repository).issues.get(number);
    if (issue === undefined) throw missing(`issue ${repository}#${number}`);
    return { ...issue, id: issue.nodeId, dropped: [] };
  }

  updateIssue(repository: RepositoryName, number: number, change: IssueChange): readonly string[] {
    const place = this.#at(repository);
    const old = place.issues.get(number);
    if (old === undefined) throw missing(`issue ${repository}#${number}`);
    const state = change.state ?? old.state;
    const isClosed = state === "closed";
    const milestone = place.milestones.find((one) => one.number === change.milestone);
    const issue: ActionIssueState = {
      ...old,
      title: change.title ?? old.title,
      body: change.body ?? old.body,
      state,
      stateReason: isClosed
        ? (change.stateReason ?? old.stateReason)
        : state === old.state
          ? null
          : "reopened",
      closedBy: isClosed ? "us" : null,
      labels: changed(old.labels, change.labels),
      assignees: changed(old.assignees, change.assignees),
      milestone: change.milestone === undefined ? old.milestone : (milestone ?? null),
    };
    place.issues.set(number, issue);
    this.#report(
      state === old.state ? "edit-issue" : isClosed ? "close-issue" : "reopen-issue",
      place,
      issue,
    );
    return [];
  }

  writeMilestone(number: number | null, text: Parameters<GitHub["createMilestone"]>[0]): Posted {
    const { repository, title, description } = text;
    const place = this.#at(repository);
    const index = place.milestones.findIndex((one) => one.number === number);
    const old = place.milestones[index];
    const milestone =
      old === undefined
        ? place.addMilestone(title, description ?? "")
        : { ...old, title, description: description ?? "" };
    if (old !== undefined) place.milestones[index] = milestone;
    this.#report("milestone", place, { ...milestone, body: milestone.description });
    return { id: milestone.number, number: milestone.number, url: milestone.url };
  }

  assignMilestone(repository: RepositoryName, number: number, milestone: number | null): void {
    const place = this.#at(repository);
    if (milestone === null) return void place.assigned.delete(number);
    const found = place.milestones.find((one) => one.number === milestone);
    if (found === undefined) throw missing(`milestone ${milestone} in ${repository}`);
    place.assigned.set(number, found);
    const url = issueLink(place.webUrl, place.name, number);
    this.#report("milestone", place, { number, url, title: found.title });
  }

  createLabel(repository: RepositoryName, name: string): void {
    const place = this.#at(repository);
    place.labels.add(name);
    this.#report("label", place, { number: null, url: `${place.webUrl}/${place.name}/labels`, title: name });
  }

  removeLabel(repository: RepositoryName, number: number, label: string): void {
    const place = this.#at(repository);
    this.#report("label", place, { number, url: issueLink(place.webUrl, place.name, number), title: label });
  }

  findComments({ repository, number }: CommentTarget): readonly FoundPost[] {
    return (this.#at(repository).comments.get(number) ?? []).flatMap(({ id, url, body }) => {
      const key = findMarker(body)?.key;
      return key === undefined ? [] : [{ key, id, url, body, target: repository, number }];
    });
  }

  findIssues(repository: RepositoryName): readonly FoundPost[] {
    return [...this.#at(repository).issues.values()].flatMap(({ number, nodeId, url, body }) => {
      const key = findMarker(body)?.key;
      return key === undefined ? [] : [{ key, id: nodeId, number, url, body, target: repository }];
    });
  }

  #report(
    what: Write["do"],
    { name }: MemoryRepository,
    { number, url, title = null, body = null }: Pick<Write, "number" | "url"> & Partial<Write>,
  ): void {
    this.#onWrite({ do: what, repository: name, number, url, title, body });
  }
}

function changed(old: readonly string[], { add, remove }: ListChange): readonly string[] {
  const kept = old.filter((name) => !remove.some((other) => isSameName(name, other)));
  return [...kept, ...add.filter((name) => !kept.some((other) => isSameName(name, other)))];
}

function missing(what: string): Error {
  return new Error(`The GitHub in memory has no ${what}.`);
}
