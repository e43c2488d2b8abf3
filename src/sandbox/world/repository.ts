import type { GitStore } from "../git/objects.ts";
import type { Account, CheckRun, Label, Milestone, Permission, Thread } from "./entities.ts";

export type Visibility = "public" | "internal" | "private";

export interface Repository {
  readonly __typename: "Repository";
  readonly id: number;
  readonly nodeId: string;
  owner: Account;
  name: string;
  description: string | null;
  visibility: Visibility;
  archived: boolean;
  hasIssues: boolean;
  hasDiscussions: boolean;
  defaultBranch: string;
  readonly fork: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  pushedAt: Date;
  readonly git: GitStore;
  /** `refs/heads/main` to the commit's hash. */
  readonly refs: Map<string, string>;
  /** Where each of them was before it moved last. */
  readonly formerRefs: Map<string, string>;
  readonly threads: Map<number, Thread>;
  /** Numbers of issues that were transferred away, to where they are; "deleted" for those that are no more. */
  readonly goneThreads: Map<number, Thread | "deleted">;
  /** By name in lower case. */
  readonly labels: Map<string, Label>;
  readonly milestones: Map<number, Milestone>;
  /** By login in lower case. */
  readonly collaborators: Map<string, { readonly account: Account; permission: Permission }>;
  readonly checkRuns: CheckRun[];
  /** GitHub's habit: labels and assignees that an author may not set are left out, and nobody is told. */
  dropsSilently: boolean;
}

/** `owner/name`, as spelled now. */
export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}
