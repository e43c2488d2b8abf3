import type { RepositoryName } from "../minutes/meeting.ts";
import type { Visibility } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import { GitHubError } from "./errors.ts";
import type { ConfigurationFile, Head } from "./port.ts";
import { QueryBuilder } from "./query-builder.ts";

/** Where a repository's configuration stands. */
export const CONFIGURATION_PATH = ".github/minutebook.yml";

interface Answer {
  readonly own: {
    readonly nameWithOwner: string;
    readonly databaseId: number | null;
    readonly url: string;
    readonly visibility: "PUBLIC" | "INTERNAL" | "PRIVATE";
    readonly isFork: boolean;
    readonly defaultBranchRef: {
      readonly name: string;
      readonly target: { readonly oid: string } | null;
    } | null;
    readonly configuration: Blob | null;
  } | null;
  readonly owners: { readonly nameWithOwner: string; readonly configuration: Blob | null } | null;
}

interface Blob {
  readonly text?: string | null;
}

const CONFIGURATION = `configuration: object(expression: "HEAD:${CONFIGURATION_PATH}") { ... on Blob { text } }`;

/**
 * Reads what the minutes' repository is and how it is configured, in one request. The configuration is that of the
 * default branch, so that a pull request changes nothing before it is merged; without one, that of the owner's
 * `.github` repository counts.
 */
export async function readHead(client: Client, repository: RepositoryName): Promise<Head> {
  const [owner = ""] = repository.split("/");
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(`
    own: ${builder.repository(repository)} {
      nameWithOwner databaseId url visibility isFork
      defaultBranchRef { name target { oid } }
      ${CONFIGURATION}
    }
    owners: ${builder.repository(`${owner}/.github`)} { nameWithOwner ${CONFIGURATION} }`);
  const { data, errors } = await client.query<Answer>(text, variables);
  if (data.own === null) throw missing(repository, errors[0]?.message);
  const { own, owners } = data;
  return {
    name: own.nameWithOwner,
    id: own.databaseId === null ? null : String(own.databaseId),
    url: own.url,
    visibility: own.visibility.toLowerCase() as Visibility,
    isFork: own.isFork,
    defaultBranch: own.defaultBranchRef?.name ?? "main",
    commit: own.defaultBranchRef?.target?.oid ?? null,
    configuration:
      findFile(own.nameWithOwner, own.configuration) ??
      findFile(owners?.nameWithOwner, owners?.configuration),
  };
}

function findFile(repository: string | undefined, blob: Blob | null | undefined): ConfigurationFile | null {
  if (repository === undefined || typeof blob?.text !== "string") return null;
  return { repository, path: CONFIGURATION_PATH, text: blob.text };
}

function missing(repository: string, message = "no answer"): GitHubError {
  return new GitHubError({
    kind: "refused",
    message: `${repository} cannot be read: ${message}`,
    status: 404,
    outcomeUnknown: false,
    retryAfterSeconds: null,
    cause: null,
  });
}
