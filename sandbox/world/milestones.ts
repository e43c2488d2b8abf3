import type { Actor, Milestone } from "./entities.ts";
import { actorAccount } from "./actor.ts";
import { invalid, notFound } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { identify, register, type World } from "./world.ts";

export interface MilestoneFields {
  readonly title?: string | undefined;
  readonly description?: string | null | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly due_on?: string | null | undefined;
}

function assertFreeTitle(repository: Repository, title: string, self: Milestone | null): void {
  if (title.trim() === "") throw invalid("Milestone", "title", "missing_field");
  for (const other of repository.milestones.values()) {
    if (other !== self && other.title === title) throw invalid("Milestone", "title", "already_exists");
  }
}

export function createMilestone(
  world: World,
  actor: Actor,
  repository: Repository,
  fields: MilestoneFields & { readonly title: string; readonly number?: number },
): Milestone {
  assertFreeTitle(repository, fields.title, null);
  const now = world.now();
  const creator = actorAccount(world, actor);
  const milestone: Milestone = register(world, {
    __typename: "Milestone",
    ...identify(world, "MI"),
    repository,
    number: fields.number ?? Math.max(0, ...repository.milestones.keys()) + 1,
    title: fields.title,
    description: fields.description ?? null,
    state: fields.state ?? "open",
    creator,
    dueOn: fields.due_on ? new Date(fields.due_on) : null,
    createdAt: now,
    updatedAt: now,
    closedAt: fields.state === "closed" ? now : null,
  });
  repository.milestones.set(milestone.number, milestone);
  world.emit({ name: "milestone", action: "created", repository, sender: creator, subject: { milestone } });
  return milestone;
}

export function findMilestone(repository: Repository, number: number): Milestone {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) throw notFound();
  return milestone;
}

export function updateMilestone(
  world: World,
  actor: Actor,
  milestone: Milestone,
  fields: MilestoneFields,
): Milestone {
  if (fields.title !== undefined) assertFreeTitle(milestone.repository, fields.title, milestone);
  const now = world.now();
  const before = milestone.state;
  milestone.title = fields.title ?? milestone.title;
  if (fields.description !== undefined) milestone.description = fields.description;
  if (fields.due_on !== undefined) milestone.dueOn = fields.due_on === null ? null : new Date(fields.due_on);
  milestone.state = fields.state ?? milestone.state;
  if (milestone.state !== before) milestone.closedAt = milestone.state === "closed" ? now : null;
  milestone.updatedAt = now;
  const moved = milestone.state === "closed" ? "closed" : "opened";
  const action = milestone.state === before ? "edited" : moved;
  const { repository } = milestone;
  world.emit({
    name: "milestone",
    action,
    repository,
    sender: actorAccount(world, actor),
    subject: { milestone },
  });
  return milestone;
}
