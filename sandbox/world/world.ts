import type { Account, Actor, Installation, Permissions } from "./entities.ts";
import type { Manifest } from "./manifest.ts";
import { fullName, type Repository } from "./repository.ts";

/** The app that the sandbox knows, as registered. */
export interface AppRegistration {
  readonly id: number;
  readonly nodeId: string;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  /** PEM. null: no app can sign in. */
  readonly publicKey: string | null;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  webhookUrl: string | null;
  webhookSecret: string;
}

/** Something that webhooks tell. The payload is made when it is sent. */
export interface WorldEvent {
  readonly name: string;
  readonly action: string | null;
  /** null: about the installation itself. */
  readonly repository: Repository | null;
  readonly installation?: Installation;
  readonly sender: Account;
  /** What it is about, by the payload's key: `{ issue, comment }`. */
  readonly subject: Readonly<Record<string, unknown>>;
}

export interface Token {
  readonly value: string;
  readonly actor: Actor;
  /** null: never. */
  readonly expiresAt: Date | null;
}

/** Everything that the sandbox's GitHub holds. */
export interface World {
  /** `http://localhost:3001`, without a slash at its end. Known once the server listens. */
  baseUrl: string;
  readonly now: () => Date;
  nextId: number;
  /** By login in lower case. */
  readonly accounts: Map<string, Account>;
  /** By `owner/name` in lower case; former names lead to the same repository. */
  readonly repositories: Map<string, Repository>;
  /** By GraphQL's node id. */
  readonly nodes: Map<string, { readonly nodeId: string }>;
  /** By REST's id. What was deleted stays: see whether its thread still has it. */
  readonly entities: Map<number, { readonly nodeId: string }>;
  app: AppRegistration | null;
  readonly installations: Map<number, Installation>;
  readonly tokens: Map<string, Token>;
  /** Manifests that were agreed to, by code. */
  readonly manifests: Map<string, Manifest>;
  emit: (event: WorldEvent) => void;
  /** Whether listings do not show yet what was made then: GitHub's lag behind its own writes. */
  isHidden: (createdAt: Date) => boolean;
  /** Whether what was made then cannot be found by its own id, number or hash yet. */
  isUnseen: (createdAt: Date) => boolean;
}

export function createWorld(now: () => Date): World {
  return {
    baseUrl: "http://localhost",
    now,
    nextId: 10_000,
    accounts: new Map(),
    repositories: new Map(),
    nodes: new Map(),
    entities: new Map(),
    app: null,
    installations: new Map(),
    tokens: new Map(),
    manifests: new Map(),
    emit: () => {},
    isHidden: () => false,
    isUnseen: () => false,
  };
}

/** A new database id and the node id that goes with it. `prefix` is GitHub's for the type: `I`, `PR`, `IC`. */
export function identify(world: World, prefix: string): { readonly id: number; readonly nodeId: string } {
  world.nextId += 1;
  return {
    id: world.nextId,
    nodeId: `${prefix}_${Buffer.from(`sandbox:${world.nextId}`).toString("base64url")}`,
  };
}

/** Makes the entity findable by its ids. */
export function register<T extends { readonly nodeId: string; readonly id: number }>(
  world: World,
  entity: T,
): T {
  world.nodes.set(entity.nodeId, entity);
  world.entities.set(entity.id, entity);
  return entity;
}

export function findRepository(world: World, name: string): Repository | undefined {
  return world.repositories.get(name.toLowerCase());
}

/** The repository of this name. Throws where the world has none: for those who build the world. */
export function repositoryNamed(world: World, name: string): Repository {
  const found = findRepository(world, name);
  if (found === undefined)
    throw new Error(`The sandbox has no repository ${name}. Add it with addRepository.`);
  return found;
}

/** Each repository once, whatever former names it has. */
export function allRepositories(world: World): Repository[] {
  return [...new Set(world.repositories.values())];
}

const PREFIXES = { User: "U", Organization: "O", Bot: "BOT" } as const;

/** The account of this login, made where there is none. */
export function account(world: World, login: string, type?: Account["__typename"]): Account {
  const known = world.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const __typename = type ?? (login.endsWith("[bot]") ? "Bot" : "User");
  const ids = identify(world, PREFIXES[__typename]);
  const made: Account = { __typename, ...ids, login, name: null, blocked: new Set() };
  world.accounts.set(login.toLowerCase(), made);
  return register(world, made);
}

/** The installation that covers this repository. */
export function installationOf(world: World, repository: Repository): Installation | undefined {
  return [...world.installations.values()].find((installation) => covers(installation, repository));
}

export function covers(installation: Installation, repository: Repository): boolean {
  return (
    installation.account === repository.owner &&
    (installation.repositories === null || installation.repositories.has(repository))
  );
}

/** The repositories of an installation, by name. */
export function repositoriesOf(world: World, installation: Installation): Repository[] {
  return allRepositories(world)
    .filter((repository) => covers(installation, repository))
    .sort((a, b) => (fullName(a) < fullName(b) ? -1 : 1));
}

/** The items that listings show by now. */
export function listed<T>(world: World, items: readonly T[]): readonly T[] {
  return items.filter((item) => {
    const { createdAt } = item as { readonly createdAt?: unknown };
    return !(createdAt instanceof Date) || !world.isHidden(createdAt);
  });
}
