import { isSameName } from "../minutes/repository-name.ts";
/** What is needed of a `pull_request` event to know who its preview is made for. */
export interface PullEvent {
  readonly pull_request: {
    readonly head: { readonly sha: string; readonly repo?: { readonly full_name: string } | null };
    readonly base: { readonly ref: string };
    readonly user?: { readonly login: string } | null;
  };
  readonly repository: { readonly full_name: string; readonly default_branch: string };
  readonly sender?: { readonly login: string } | undefined;
}

/**
 * Who sees the preview of a pull request as their own: who opened it, and who pushed to it just now.
 *
 * @returns nobody where it comes from a fork, to which people may push who this repository does not know
 */
export function findProposers({
  pull_request: { user, head },
  sender,
  repository,
}: PullEvent): readonly string[] {
  const isHere = isSameName(repository.full_name, head.repo?.full_name);
  if (!isHere || user?.login === undefined || sender === undefined) return [];
  return [...new Set([user.login, sender.login])];
}
