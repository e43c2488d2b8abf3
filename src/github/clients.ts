import { z } from "zod";
import type { RepositoryName } from "../minutes/meeting.ts";
import { makeClient, type Client, type OctokitLike } from "./client.ts";
import { GitHubError, isMissing } from "./errors.ts";
import { askWithTags, createKnownAnswers } from "./known-answers.ts";

/** Which identity to use for a repository. */
export interface Clients {
  /** The client that may write to this repository, or why there is none. */
  of(repository: RepositoryName): Promise<ClientChoice>;
}

export type ClientChoice =
  | {
      readonly installed: true;
      readonly client: Client /** Equal where the client is. */;
      readonly id: string;
    }
  | { readonly installed: false; readonly reason: "not-installed" | "blocked"; readonly message: string };

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
}

/** An installation may be added or taken away at any time; this long an answer is trusted. */
const TRUSTED_MS = 10 * 60 * 1000;

const INSTALLATION = z.object({ id: z.number() });

type Installation = number | Extract<ClientChoice, { readonly installed: false }>;

/** Finds the app's installation for each repository, and remembers it for a while. */
export class AppClients implements Clients {
  readonly #access: AppAccess;
  readonly #clients = new Map<number, Client>();
  readonly #answers = createKnownAnswers();
  readonly #found = new Map<string, { readonly at: number; readonly installation: Installation }>();

  constructor(access: AppAccess) {
    this.#access = access;
  }

  /** Takes a webhook's word for it. */
  learn(repository: RepositoryName, installationId: number): void {
    this.#found.set(repository.toLowerCase(), { at: this.#access.now(), installation: installationId });
  }

  /** Forgets all that is known: somebody changed an installation. */
  forget(): void {
    this.#found.clear();
  }

  async of(repository: RepositoryName): Promise<ClientChoice> {
    return this.#choose(await this.#remember(repository));
  }

  /** The id of the installation on a repository. null: there is none. */
  async findInstallation(repository: RepositoryName): Promise<number | null> {
    const installation = await this.#remember(repository);
    return typeof installation === "number" ? installation : null;
  }

  async #remember(repository: RepositoryName): Promise<Installation> {
    const key = repository.toLowerCase();
    const known = this.#found.get(key);
    if (known !== undefined && this.#access.now() - known.at < TRUSTED_MS) return known.installation;
    const installation = await this.#find(repository);
    this.#found.set(key, { at: this.#access.now(), installation });
    return installation;
  }

  async #find(repository: RepositoryName): Promise<Installation> {
    const [owner = "", repo = ""] = repository.split("/");
    try {
      const app = makeClient(await this.#access.asApp());
      return (await app.get("GET /repos/{owner}/{repo}/installation", { owner, repo }, INSTALLATION)).id;
    } catch (error) {
      if (isMissing(error)) {
        const message = `The app is not installed on ${repository}, or there is no such repository.`;
        return { installed: false, reason: "not-installed", message };
      }
      if (error instanceof GitHubError && error.kind === "refused") {
        return { installed: false, reason: "blocked", message: error.message };
      }
      throw error;
    }
  }

  async #choose(installation: Installation): Promise<ClientChoice> {
    if (typeof installation !== "number") return installation;
    const client = this.#clients.get(installation) ?? (await this.#makeClient(installation));
    this.#clients.set(installation, client);
    return { installed: true, client, id: String(installation) };
  }

  async #makeClient(installation: number): Promise<Client> {
    const octokit = await this.#access.asInstallation(installation);
    return makeClient(askWithTags(octokit, this.#answers, String(installation)));
  }
}
