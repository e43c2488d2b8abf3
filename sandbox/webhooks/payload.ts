import { instant, userShape } from "../rest/shapes/account.ts";
import { installationShape } from "../rest/shapes/app.ts";
import { checkRunShape } from "../rest/shapes/check-run.ts";
import { discussionCommentShape, discussionShape } from "../rest/shapes/discussion.ts";
import { pullShape } from "../rest/shapes/pull.ts";
import { repositoryShape } from "../rest/shapes/repository.ts";
import { commentShape, issueShape, labelShape, milestoneShape } from "../rest/shapes/thread.ts";
import type {
  CheckRun,
  Comment,
  Discussion,
  Installation,
  Issue,
  Label,
  Milestone,
  PullRequest,
} from "../world/entities.ts";
import { fullName, type Repository } from "../world/repository.ts";
import { installationOf, repositoriesOf, type World, type WorldEvent } from "../world/world.ts";
import { pushPayload } from "./push-payload.ts";

/** How each thing that an event is about looks in its payload, by the payload's key. */
const SHAPES: Readonly<Record<string, (world: World, value: never) => unknown>> = {
  issue: (world, issue: Issue | PullRequest) => issueShape(world, issue),
  comment: (world, comment: Comment) =>
    comment.__typename === "DiscussionComment"
      ? discussionCommentShape(world, comment)
      : commentShape(world, comment),
  pull_request: (world, pull: PullRequest) => pullShape(world, pull),
  discussion: (world, discussion: Discussion) => discussionShape(world, discussion),
  label: (world, label: Label) => labelShape(world, label),
  milestone: (world, milestone: Milestone) => milestoneShape(world, milestone),
  changes: changesOf,
  check_run: (world, run: CheckRun) => checkRunShape(world, run),
  repositories_added: (world, list: readonly Repository[]) => list.map((one) => namesOf(world, one)),
  repositories_removed: (world, list: readonly Repository[]) => list.map((one) => namesOf(world, one)),
};

function namesOf(_world: World, repository: Repository) {
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.visibility !== "public",
  };
}

/** What a transfer reports: the current issue and repository. */
function changesOf(
  world: World,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { new_issue: issue, new_repository: target } = changes as {
    new_issue?: Issue;
    new_repository?: Repository;
  };
  if (issue === undefined || target === undefined) return changes;
  return { new_issue: issueShape(world, issue), new_repository: repositoryShape(world, target) };
}

function subjectOf(world: World, event: WorldEvent): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event.subject).map(([key, value]) => {
      const shape = SHAPES[key];
      return [key, shape === undefined ? value : shape(world, value as never)];
    }),
  );
}

/** Events about the installation itself say what it covers. */
function aboutInstallation(
  world: World,
  event: WorldEvent,
  installation: Installation,
): Record<string, unknown> {
  const selection = installation.repositories === null ? "all" : "selected";
  const all = repositoriesOf(world, installation).map((one) => namesOf(world, one));
  const more =
    event.name === "installation"
      ? { repositories: all, requester: null }
      : {
          repository_selection: selection,
          requester: null,
          repositories_added: [],
          repositories_removed: [],
        };
  return {
    action: event.action,
    installation: installationShape(world, installation),
    ...more,
    ...subjectOf(world, event),
    sender: userShape(world, event.sender),
  };
}

/** The installation that receives an event; undefined if there is none. */
export function recipientOf(world: World, event: WorldEvent): Installation | undefined {
  return (
    event.installation ?? (event.repository === null ? undefined : installationOf(world, event.repository))
  );
}

/** The payload that GitHub would send for an event to an installation. */
export function payloadOf(
  world: World,
  event: WorldEvent,
  installation: Installation,
): Record<string, unknown> {
  if (event.name === "installation" || event.name === "installation_repositories") {
    return aboutInstallation(world, event, installation);
  }
  const node = Buffer.from(`MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u${installation.id}`).toString("base64url");
  const about = { installation: { id: installation.id, node_id: node } };
  const { repository } = event;
  if (repository === null)
    return { ...subjectOf(world, event), sender: userShape(world, event.sender), ...about };
  const owner =
    repository.owner.__typename === "Organization" ? { organization: organizationOf(world, repository) } : {};
  if (event.name === "push") return { ...pushPayload(world, event, repository), ...owner, ...about };
  return {
    ...(event.action === null ? {} : { action: event.action }),
    ...subjectOf(world, event),
    repository: repositoryShape(world, repository),
    ...owner,
    sender: userShape(world, event.sender),
    ...about,
  };
}

function organizationOf(world: World, repository: Repository) {
  const { owner } = repository;
  const url = `${world.baseUrl}/api/v3/orgs/${owner.login}`;
  return {
    login: owner.login,
    id: owner.id,
    node_id: owner.nodeId,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: userShape(world, owner).avatar_url,
    description: "",
  };
}

/** The payload of `ping`, which GitHub sends when a hook is made. */
export function pingPayload(world: World): Record<string, unknown> {
  const now = instant(world.now());
  return {
    zen: "Keep it logically awesome.",
    hook_id: 1,
    hook: {
      type: "App",
      id: 1,
      name: "web",
      active: true,
      events: world.app?.events ?? [],
      config: {
        content_type: "json",
        insecure_ssl: "0",
        secret: "********",
        url: world.app?.webhookUrl ?? "",
      },
      updated_at: now,
      created_at: now,
      app_id: world.app?.id ?? 0,
      deliveries_url: `${world.baseUrl}/api/v3/app/hook/deliveries`,
    },
  };
}
