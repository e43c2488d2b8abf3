import { findMarker } from "../plan/marker.ts";
import type { JobOf } from "../queue/job.ts";
import type { Post } from "./minutes-of-post.ts";
import { isSameName } from "../minutes/repository-name.ts";

/** What is needed of an `issues` webhook's payload. */
export interface IssuePayload {
  readonly issue: { readonly body?: string | null; readonly user: { readonly login: string } | null };
  readonly sender: { readonly login: string };
}

/** The issue of such a payload, to find the minutes that it is about. */
export function toPost(payload: {
  readonly issue: {
    readonly body?: string | null;
    readonly number: number;
    readonly id?: number;
    readonly node_id?: string;
  };
  readonly repository: { readonly full_name: string };
}): Post {
  const { body, number, id, node_id } = payload.issue;
  return { body: body ?? "", repository: payload.repository.full_name, number, ids: [id, node_id] };
}

/**
 * The job that tells the minutes when a person closes or reopens the issue of an action. null: the issue is not ours,
 * or we changed it ourselves.
 *
 * @param own - The login of our bot: a marker in anybody else's issue is copied.
 */
export function decideIssueState(
  payload: IssuePayload,
  deliveryId: string,
  own: string,
): JobOf<"issue"> | null {
  const isOwn = (login: string | undefined): boolean => isSameName(own, login);
  if (!isOwn(payload.issue.user?.login) || isOwn(payload.sender.login)) return null;
  return toWriteBackJob(payload.issue.body ?? "", deliveryId);
}

/**
 * The job that reports to the minutes what became of one of Minutebook's issues.
 *
 * @param body - The issue's text. null comes back where it has not the marker of an action.
 */
export function toWriteBackJob(body: string, deliveryId: string | null): JobOf<"issue"> | null {
  const marker = findMarker(body);
  if (marker?.kind !== "issue") return null;
  return {
    // The minutes may have another owner than the issue, and so another installation.
    installationId: null,
    repository: marker.repository,
    // The marker's may be anybody's by now: people edit issues.
    repositoryId: null,
    cause: "issue",
    deliveryId,
    data: { path: marker.path },
  };
}
