import type {
  CheckRun,
  Comment,
  Discussion,
  Issue,
  Milestone,
  PullRequest,
  Thread,
} from "../world/entities.ts";
import { findCommit } from "../world/refs.ts";
import type { Repository } from "../world/repository.ts";
import { findBlob } from "../git/trees.ts";
import { repositoryNamed, type World } from "../world/world.ts";

/** What looks at a world, for tests and for what the demo prints. Throws where there is no such thing. */
export function createViews(world: World) {
  const find = (name: string): Repository => repositoryNamed(world, name);

  function thread(name: string, number: number): Thread {
    const found = find(name).threads.get(number);
    if (found === undefined) throw new Error(`The sandbox has no ${name}#${number}.`);
    return found;
  }

  const ofType = <T extends Thread>(name: string, type: T["__typename"]): T[] =>
    [...find(name).threads.values()]
      .filter((one): one is T => one.__typename === type)
      .sort((a, b) => a.number - b.number);

  return {
    repository: find,
    repositories: (): Repository[] => [...new Set(world.repositories.values())],
    /** The issue, pull request or discussion of a number. */
    thread,
    issues: (name: string): Issue[] => ofType<Issue>(name, "Issue"),
    pulls: (name: string): PullRequest[] => ofType<PullRequest>(name, "PullRequest"),
    discussions: (name: string): Discussion[] => ofType<Discussion>(name, "Discussion"),
    comments: (name: string, number: number): readonly Comment[] => thread(name, number).comments,
    milestone(name: string, title: string): Milestone {
      const found = [...find(name).milestones.values()].find((milestone) => milestone.title === title);
      if (found === undefined) throw new Error(`The sandbox has no milestone ${title} in ${name}.`);
      return found;
    },
    checkRuns: (name: string): readonly CheckRun[] => find(name).checkRuns,
    /** The hash of a branch's head (default: of the default branch). */
    head(name: string, branch?: string): string {
      const sha = find(name).refs.get(`refs/heads/${branch ?? find(name).defaultBranch}`);
      if (sha === undefined)
        throw new Error(`The sandbox has no branch ${branch ?? "of any name"} in ${name}.`);
      return sha;
    },
    /** A file's text at a branch or commit (default: the default branch); null: there is none. */
    file(name: string, path: string, ref = "HEAD"): string | null {
      const repository = find(name);
      const commit = findCommit(repository, ref);
      return commit === undefined
        ? null
        : (findBlob(repository.git, commit.tree, path)?.data.toString() ?? null);
    },
  };
}
