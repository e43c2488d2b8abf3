import type { Account, Actor, Installation, Permissions } from "./entities.ts";
import type { Repository } from "./repository.ts";
import { account, type AppRegistration, identify, repositoryNamed, type World } from "./world.ts";

export interface AppOptions {
  /** Default: 1. */
  readonly id?: number;
  /** Default: "minutebook". */
  readonly slug?: string;
  readonly name?: string;
  /** PEM, as in the app's settings; with it the app's JWT is checked. */
  readonly publicKey?: string;
  /** As `default_permissions` of app.yml. */
  readonly permissions?: Permissions;
  /** As `default_events` of app.yml. */
  readonly events?: readonly string[];
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
}

/** Registers the app. The sandbox has one. */
export function registerApp(world: World, options: AppOptions): AppRegistration {
  const slug = options.slug ?? "minutebook";
  const app: AppRegistration = {
    id: options.id ?? 1,
    nodeId: identify(world, "A").nodeId,
    slug,
    name: options.name ?? slug,
    owner: account(world, "sandbox-operators", "Organization"),
    bot: account(world, `${slug}[bot]`, "Bot"),
    publicKey: options.publicKey ?? null,
    permissions: { metadata: "read", ...options.permissions },
    events: options.events ?? [],
    webhookUrl: options.webhookUrl ?? null,
    webhookSecret: options.webhookSecret ?? "development",
  };
  world.app = app;
  return app;
}

/**
 * Installs the app on an account. `repositories`: names, with or without owner; left out: all.
 * An installation is granted the app's permissions as they are now; later ones must be accepted, as on GitHub.
 */
export function addInstallation(
  world: World,
  login: string,
  options: {
    readonly repositories?: readonly string[];
    readonly permissions?: Permissions;
    readonly sender?: Account;
  } = {},
): Installation {
  if (world.app === null) throw new Error("Register the app first: createSandbox({ app: { … } }).");
  const owner = account(world, login, "Organization");
  const names = options.repositories?.map((name) => (name.includes("/") ? name : `${login}/${name}`));
  const installation: Installation = {
    id: identify(world, "IN").id,
    account: owner,
    repositories: names === undefined ? null : new Set(names.map((name) => repositoryNamed(world, name))),
    permissions: options.permissions ?? world.app.permissions,
    events: world.app.events,
    suspended: false,
    createdAt: world.now(),
  };
  world.installations.set(installation.id, installation);
  return installation;
}

export function tellInstallation(
  world: World,
  installation: Installation,
  name: "installation" | "installation_repositories",
  action: string,
  subject: Readonly<Record<string, readonly Repository[]>>,
): void {
  world.emit({ name, action, repository: null, installation, sender: installation.account, subject });
}

/** A new installation token. It may be narrowed to repositories and permissions; it lives for an hour. */
export function createInstallationToken(
  world: World,
  installation: Installation,
  narrowed: {
    readonly repositories?: readonly Repository[] | undefined;
    readonly permissions?: Permissions | undefined;
  } = {},
): {
  readonly value: string;
  readonly expiresAt: Date;
  readonly actor: Extract<Actor, { kind: "installation" }>;
} {
  const { id } = identify(world, "T");
  const value = `ghs_sandbox${String(id).padStart(29, "0")}`;
  const expiresAt = new Date(world.now().getTime() + 3_600_000);
  const actor = {
    kind: "installation" as const,
    account: world.app?.bot ?? account(world, "app[bot]", "Bot"),
    installation,
    permissions:
      narrowed.permissions === undefined
        ? installation.permissions
        : { metadata: "read" as const, ...narrowed.permissions },
    repositories: narrowed.repositories === undefined ? null : new Set(narrowed.repositories),
  };
  world.tokens.set(value, { value, actor, expiresAt });
  return { value, expiresAt, actor };
}

/** A token of a person, as `GH_TOKEN` holds it. */
export function addUserToken(world: World, login: string, value?: string): string {
  const token = value ?? `ghp_sandbox${String(identify(world, "T").id).padStart(29, "0")}`;
  world.tokens.set(token, {
    value: token,
    actor: { kind: "user", account: account(world, login) },
    expiresAt: null,
  });
  return token;
}

/** The token that a workflow run gets: of the repository alone, by `github-actions[bot]`. */
export function addWorkflowToken(world: World, name: string, permissions: Permissions): string {
  const repository = repositoryNamed(world, name);
  const installation: Installation = {
    id: identify(world, "IN").id,
    account: repository.owner,
    repositories: new Set([repository]),
    permissions: { metadata: "read", ...permissions },
    events: [],
    suspended: false,
    createdAt: world.now(),
  };
  const bot = account(world, "github-actions[bot]", "Bot");
  const value = `ghs_workflow${String(installation.id).padStart(28, "0")}`;
  const actor: Actor = {
    kind: "installation",
    account: bot,
    installation,
    permissions: installation.permissions,
    repositories: null,
  };
  world.tokens.set(value, { value, actor, expiresAt: null });
  return value;
}
