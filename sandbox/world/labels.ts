import type { Actor, Label } from "./entities.ts";
import { invalid, notFound, Refusal } from "./refusal.ts";
import type { Repository } from "./repository.ts";
import { identify, register, type World } from "./world.ts";
import { actorAccount } from "./actor.ts";

/** Default colors of GitHub's labels. */
const DEFAULT_COLOR = "ededed";

export function createLabel(
  world: World,
  actor: Actor,
  repository: Repository,
  label: {
    readonly name: string;
    readonly color?: string | undefined;
    readonly description?: string | null | undefined;
  },
): Label {
  const name = label.name.trim();
  if (name === "") throw invalid("Label", "name", "missing_field");
  if (name.length > 50)
    throw invalid("Label", "name", "invalid", { message: "name is too long (maximum is 50 characters)" });
  if (repository.labels.has(name.toLowerCase())) throw invalid("Label", "name", "already_exists");
  const color = (label.color ?? DEFAULT_COLOR).replace(/^#/, "");
  if (!/^[0-9a-f]{6}$/i.test(color)) throw invalid("Label", "color", "invalid", { value: label.color });
  const description = label.description ?? null;
  if (description !== null && description.length > 100) {
    throw invalid("Label", "description", "invalid", {
      message: "description is too long (maximum is 100 characters)",
    });
  }
  const made: Label = register(world, {
    __typename: "Label",
    ...identify(world, "LA"),
    repository,
    name,
    color: color.toLowerCase(),
    description,
    createdAt: world.now(),
  });
  repository.labels.set(name.toLowerCase(), made);
  world.emit({
    name: "label",
    action: "created",
    repository,
    sender: actorAccount(world, actor),
    subject: { label: made },
  });
  return made;
}

export function findLabel(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase());
  if (label === undefined) throw notFound();
  return label;
}

/** The labels of these names; those that do not exist are made, as GitHub does when an issue is labeled. */
export function labelsNamed(
  world: World,
  actor: Actor,
  repository: Repository,
  names: readonly string[],
): Label[] {
  const labels = names.map(
    (name) =>
      repository.labels.get(name.trim().toLowerCase()) ?? createLabel(world, actor, repository, { name }),
  );
  if (labels.length > 100) throw new Refusal(422, "Validation Failed");
  return [...new Set(labels)];
}
