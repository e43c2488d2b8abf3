import { createGitStore } from "../git/objects.ts";
import { createLabel } from "./labels.ts";
import { fullName, type Repository, type Visibility } from "./repository.ts";
import { account, identify, register, type World } from "./world.ts";
import { actAs } from "./actor.ts";

export interface RepositoryOptions {
  readonly visibility?: Visibility;
  readonly description?: string;
  readonly archived?: boolean;
  /** Default: true. */
  readonly issues?: boolean;
  /** Default: true. */
  readonly discussions?: boolean;
  /** Default: "main". */
  readonly defaultBranch?: string;
  /** Whether the owner is a person's account; default: an organization, unless the login is known already. */
  readonly ownerType?: "User" | "Organization";
  /** Colors of labels by name; default: GitHub's own nine of a new repository are left out. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly fork?: boolean;
}

/** Adds a repository, empty. */
export function addRepository(world: World, name: string, options: RepositoryOptions = {}): Repository {
  const [owner = "", repo = ""] = name.split("/");
  if (owner === "" || repo === "") throw new Error(`Unexpected repository name ${name}, expected owner/name`);
  // A name that another repository had before is free: it leads to that one only until somebody takes it.
  const holder = world.repositories.get(name.toLowerCase());
  if (holder !== undefined && fullName(holder).toLowerCase() === name.toLowerCase())
    throw new Error(`The sandbox has a repository ${name} already.`);
  const now = world.now();
  const repository: Repository = register(world, {
    __typename: "Repository",
    ...identify(world, "R"),
    owner: account(world, owner, options.ownerType ?? "Organization"),
    name: repo,
    description: options.description ?? null,
    visibility: options.visibility ?? "public",
    archived: options.archived ?? false,
    hasIssues: options.issues ?? true,
    hasDiscussions: options.discussions ?? true,
    defaultBranch: options.defaultBranch ?? "main",
    fork: options.fork ?? false,
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    git: createGitStore(),
    refs: new Map(),
    formerRefs: new Map(),
    threads: new Map(),
    goneThreads: new Map(),
    labels: new Map(),
    milestones: new Map(),
    collaborators: new Map(),
    checkRuns: [],
    dropsSilently: false,
    issueTypes: [],
  });
  world.repositories.set(name.toLowerCase(), repository);
  for (const [label, color] of Object.entries(options.labels ?? {})) {
    createLabel(world, actAs(world, owner), repository, { name: label, color });
  }
  return repository;
}

/** Renames or moves a repository; its former name leads on to it, until another takes that name. */
export function moveRepository(world: World, repository: Repository, to: string): void {
  const [owner = "", name = ""] = to.split("/");
  repository.owner = account(world, owner, "Organization");
  repository.name = name;
  world.repositories.set(fullName(repository).toLowerCase(), repository);
}
