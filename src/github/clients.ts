import { LRUCache } from "lru-cache";
import { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { Message } from "../messages/message.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import { makeClient, type Client, type OctokitLike } from "./client.ts";
import { GitHubError, isMissing } from "./errors.ts";
import { askWithTags, createKnownAnswers, type KnownAnswers } from "./known-answers.ts";
import { type Memo, type Narrowing, PERMISSIONS, type Purpose } from "./narrow.ts";
import { type AccountInstallation, listInstallations } from "./list-installations.ts";
import { createRefusals, type Refusals } from "./refusals.ts";
import { SharedInstallations } from "./shared-installations.ts";
import { partsOf } from "../minutes/repository-name.ts";

/** Which identity to use for a repository. */
export interface Clients {
  /**
   * The client that may do this in the repository, or why there is none.
   *
   * @param purpose - What for. (Default: to read)
   */
  of(repository: RepositoryName, purpose?: Purpose): Promise<ClientChoice>;
  /** Whether another's installation may be asked whether it agrees. Absent: always. */
  readonly mayAsk?: (installation: string) => boolean;
  /** Notes that it did not. */
  readonly noteRefusal?: (installation: string) => void;
}

export type ClientChoice =
  | {
      readonly installed: true;
      readonly client: Client /** Equal where the client is. */;
      readonly id: string;
    }
  | { readonly installed: false; readonly reason: "not-installed" | "blocked"; readonly message: Message };

/** One token for everything: the command line and the Action. */
export function makeTokenClients(octokit: OctokitLike): Clients {
  const client = makeClient(askWithTags(octokit, createKnownAnswers(), "token"), "token");
  const choice = { installed: true, client, id: "token" } as const;
  return { of: async () => choice };
}

export interface AppAccess {
  /** Authenticated as the app itself. */
  readonly asApp: () => Promise<OctokitLike>;
  readonly asInstallation: (installationId: number) => Promise<OctokitLike>;
  /** In milliseconds. */
  readonly now: () => number;
  /** Where it is kept for other processes where the app is installed. Absent: nowhere. */
  readonly memo?: Memo;
}

/** An installation may be added or taken away at any time; this long an answer is trusted. */
const TRUSTED_MS = 10 * 60 * 1000;

/** So many repositories are remembered. */
const MOST_KNOWN = 10_000;

/**
 * So often in an hour it is looked, for the minutes of one installation, where else the app is installed: all of them
 * share the limit that the app has as itself, and anybody may name any repository.
 */
const MOST_LOOKS = 300;

/** So many installations that have ended are remembered. */
const MOST_ENDED = 1000;

const INSTALLATION = z.object({ id: z.number() });

type Installation = number | Extract<ClientChoice, { readonly installed: false }>;

/** Finds the app's installation for each repository, and remembers it for a while. */
export class AppClients implements Clients {
  readonly #access: AppAccess;
  readonly #octokits = new Map<number, Promise<OctokitLike>>();
  readonly #refusals: Refusals;
  #any: Clients | null = null;
  readonly #answers = createKnownAnswers();
  readonly #found = new LRUCache<string, { readonly at: number; readonly installation: Installation }>({
    max: MOST_KNOWN,
  });
  readonly #looks: Refusals;
  readonly #ended = new LRUCache<number, true>({ max: MOST_ENDED });
  readonly #shared: SharedInstallations;

  constructor(access: AppAccess) {
    this.#access = access;
    this.#refusals = createRefusals(access.now);
    this.#looks = createRefusals(access.now, MOST_LOOKS);
    this.#shared = new SharedInstallations(access.memo ?? null, TRUSTED_MS);
  }

  /** Takes a webhook's word for it, unless that installation is no more. */
  learn(repository: RepositoryName, installationId: number): void {
    if (this.#ended.has(installationId)) return;
    this.#found.set(repository.toLowerCase(), { at: this.#access.now(), installation: installationId });
  }

  /** GitHub gives no token for this installation: which one there is now has to be asked for. */
  unlearn(installationId: number): void {
    this.#ended.set(installationId, true);
    for (const [name, { installation }] of this.#found)
      if (installation === installationId) this.#found.delete(name);
  }

  /** Forgets all that is known: somebody changed an installation. */
  async forget(): Promise<void> {
    this.#found.clear();
    await this.#shared.forget(this.#access.now());
  }

  /** For one piece of work that is no job's: its tokens are good for all that was asked for. */
  of(repository: RepositoryName, purpose?: Purpose): Promise<ClientChoice> {
    this.#any ??= this.forJob({ source: repository, mayPost: true });
    return this.#any.of(repository, purpose);
  }

  /** The clients of one job. */
  forJob(job: JobAccess): Clients {
    return clientsOf(job, {
      find: (repository, own) => this.#remember(repository, own),
      octokitOf: (installation) => this.#octokitOf(installation),
      answers: this.#answers,
      refusals: this.#refusals,
    });
  }

  /**
   * Where the app is installed, by account in lower case. Whoever is not among them may be there under another name
   * by now.
   */
  async listInstallations(): Promise<ReadonlyMap<string, AccountInstallation>> {
    return listInstallations(makeClient(await this.#access.asApp()));
  }

  /** The client that may look at what these repositories of an installation hold, and at nothing else. */
  async forLook(installation: number, repositories: readonly RepositoryName[]): Promise<Client> {
    const narrowing: Narrowing = {
      installation,
      repositories: [...new Set(repositories.map(nameOf))].toSorted(),
      optional: [],
      permissions: PERMISSIONS.look,
    };
    return makeClient(
      narrowRequests(
        await this.#octokitOf(installation),
        () => narrowing,
        () => undefined,
      ),
    );
  }

  /** The id of the installation on a repository. null: there is none. */
  async findInstallation(repository: RepositoryName): Promise<number | null> {
    const installation = await this.#remember(repository);
    return typeof installation === "number" ? installation : null;
  }

  /** @param own - The installation of the minutes for which it is asked, where that is known. */
  async #remember(repository: RepositoryName, own: number | null = null): Promise<Installation> {
    const key = repository.toLowerCase();
    const known = this.#found.get(key);
    if (known !== undefined && this.#access.now() - known.at < TRUSTED_MS) return known.installation;
    const shared = await this.#shared.recall(repository, this.#access.now());
    if (shared !== null && !this.#ended.has(shared.id)) {
      this.#found.set(key, { at: shared.at, installation: shared.id });
      return shared.id;
    }
    if (own !== null && !this.#looks.mayAsk(String(own), "")) throw tooManyLooks();
    const installation = await this.#find(repository);
    if (own !== null && installation !== own) this.#looks.note(String(own), "");
    const at = this.#access.now();
    this.#found.set(key, { at, installation });
    if (typeof installation === "number") await this.#shared.note(repository, { id: installation, at });
    return installation;
  }

  async #find(repository: RepositoryName): Promise<Installation> {
    const { owner, repo } = partsOf(repository);
    try {
      const app = makeClient(await this.#access.asApp());
      return (await app.get("GET /repos/{owner}/{repo}/installation", { owner, repo }, INSTALLATION)).id;
    } catch (error) {
      if (isMissing(error)) {
        const message = gitHubMessage("app-not-installed", { repository });
        return { installed: false, reason: "not-installed", message };
      }
      if (error instanceof GitHubError && error.kind === "refused") {
        return { installed: false, reason: "blocked", message: error.toMessage() };
      }
      throw error;
    }
  }

  async #octokitOf(installation: number): Promise<OctokitLike> {
    const known = this.#octokits.get(installation) ?? this.#access.asInstallation(installation);
    this.#octokits.set(installation, known);
    return known;
  }
}

/** Whatever was asked before it: what is not known is not treated as not installed. */
function tooManyLooks(): GitHubError {
  return new GitHubError(gitHubMessage("too-many-repositories", { limit: MOST_LOOKS }), {
    kind: "transient",
    retryAfterSeconds: 15 * 60,
  });
}

/** Which installation's minutes GitHub is asked for. */
export interface JobAccess {
  /** The repository of minutes; whoever else's installation is asked, is asked for it. */
  readonly source: RepositoryName;
  /** Whether something may be written besides check runs. */
  readonly mayPost: boolean;
  /** Called for each request that is made on another installation's limits than that of the minutes. */
  readonly onForeign?: ((installation: string) => void) | undefined;
  /** Called with the minutes' installation each time that another was asked in vain whether it agrees. */
  readonly onRefusal?: ((by: string) => void) | undefined;
}

/** One purpose in one installation: its client, and the repositories that its token is for. */
interface Access {
  readonly client: Client;
  readonly repositories: Set<string>;
}

/** Makes the clients of one job: their tokens are good for the repositories that it asked for, and no others. */
function clientsOf(
  { source: minutes, mayPost, onForeign, onRefusal }: JobAccess,
  tools: {
    readonly find: (repository: RepositoryName, own?: number | null) => Promise<Installation>;
    readonly octokitOf: (installation: number) => Promise<OctokitLike>;
    readonly answers: KnownAnswers;
    readonly refusals: Refusals;
  },
): Clients {
  const accesses = new Map<string, Access>();
  let own: number | null = null;
  const open = async (installation: number, purpose: Purpose): Promise<Access> => {
    const octokit = await tools.octokitOf(installation);
    const repositories = new Set<string>();
    const narrowing = (): Narrowing => ({
      installation,
      repositories: [...repositories].toSorted(),
      // The owner's configuration, where there is such a repository.
      optional: purpose === "read" && installation === own && !repositories.has(".github") ? [".github"] : [],
      permissions: PERMISSIONS[purpose],
      ...(own === null ? {} : { by: own }),
    });
    const scope = `${installation} ${purpose}`;
    const before = () => {
      if (installation !== own) onForeign?.(String(installation));
    };
    const narrowed = narrowRequests(octokit, narrowing, before);
    return { client: makeClient(askWithTags(narrowed, tools.answers, scope)), repositories };
  };
  return {
    async of(repository, purpose = "read") {
      if (own === null) {
        const home = await tools.find(minutes);
        own = typeof home === "number" ? home : null;
      }
      const installation = await tools.find(repository, own);
      if (typeof installation !== "number") return installation;
      if (!mayPost && (purpose === "post" || purpose === "propose")) {
        throw new Error(`${repository} is to be read, and something would have been written there.`);
      }
      const key = `${installation} ${purpose}`;
      const access = accesses.get(key) ?? (await open(installation, purpose));
      accesses.set(key, access);
      access.repositories.add(nameOf(repository));
      return { installed: true, client: access.client, id: String(installation) };
    },
    mayAsk: (installation) => tools.refusals.mayAsk(String(own), installation),
    noteRefusal: (installation) => {
      tools.refusals.note(String(own), installation);
      onRefusal?.(String(own));
    },
  };
}

/** A repository's name without its owner, in lower case. */
function nameOf(repository: RepositoryName): string {
  return partsOf(repository).repo.toLowerCase();
}

/** An Octokit that says with each request what its token is to be narrowed to. */
function narrowRequests(octokit: OctokitLike, narrowing: () => Narrowing, before: () => void): OctokitLike {
  const narrow = (parameters: Record<string, unknown> = {}) => {
    before();
    const request = parameters.request as object | undefined;
    return { ...parameters, request: { ...request, narrowing: narrowing() } };
  };
  return {
    request: (route, parameters) => octokit.request(route, narrow(parameters)),
    graphql: (query, variables) => octokit.graphql(query, narrow(variables)),
  };
}
