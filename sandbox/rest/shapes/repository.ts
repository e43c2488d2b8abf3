import { permissionOf, isAtLeast } from "../../world/access.ts";
import type { Actor, Permission } from "../../world/entities.ts";
import { repositoryApi, repositoryUrl } from "../../world/links.ts";
import { fullName, type Repository } from "../../world/repository.ts";
import type { World } from "../../world/world.ts";
import { instant, userShape } from "./account.ts";

/** Addresses that are a repository's own with something behind. */
const TEMPLATES: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

/** A repository as other answers hold it, and webhooks. */
export function repositoryShape(world: World, repository: Repository) {
  const url = repositoryApi(world, repository);
  const html = repositoryUrl(world, repository);
  const open = [...repository.threads.values()].filter(
    (thread) => thread.__typename !== "Discussion" && thread.state === "open",
  ).length;
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    owner: userShape(world, repository.owner),
    private: repository.visibility !== "public",
    html_url: html,
    description: repository.description,
    fork: repository.fork,
    url,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([key, path]) => [key, `${url}${path}`])),
    created_at: instant(repository.createdAt),
    updated_at: instant(repository.updatedAt),
    pushed_at: instant(repository.pushedAt),
    git_url: `git://${html.replace(/^https?:\/\//, "")}.git`,
    ssh_url: `git@${html.replace(/^https?:\/\//, "").replace("/", ":")}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: repository.git.objects.size,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: false,
    has_downloads: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: repository.hasDiscussions,
    forks_count: 0,
    mirror_url: null,
    archived: repository.archived,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.visibility,
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** What `permissions` says to who asks. */
function permissionsFor(repository: Repository, actor: Actor) {
  const own: Permission = actor.kind === "user" ? permissionOf(repository, actor.account) : "none";
  return {
    admin: isAtLeast(own, "admin"),
    maintain: isAtLeast(own, "maintain"),
    push: isAtLeast(own, "write"),
    triage: isAtLeast(own, "triage"),
    pull: isAtLeast(own, "read"),
  };
}

export function repositoryWithPermissions(world: World, repository: Repository, actor: Actor) {
  return { ...repositoryShape(world, repository), permissions: permissionsFor(repository, actor) };
}

/** GitHub's "full repository": what `GET /repos/{owner}/{repo}` answers. */
export function fullRepositoryShape(world: World, repository: Repository, actor: Actor) {
  return { ...repositoryWithPermissions(world, repository, actor), network_count: 0, subscribers_count: 0 };
}
