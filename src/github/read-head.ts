import { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Visibility } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import { GitHubError } from "./errors.ts";
import { findRefusal, takePart, type GraphQLAnswer, type GraphQLError } from "./graphql-answer.ts";
import type { ConfigurationFile, Head } from "./port.ts";
import { QueryBuilder } from "./query-builder.ts";
import { partsOf } from "../minutes/repository-name.ts";

/** Where a repository's configuration is. */
export const CONFIGURATION_PATH = ".github/minutebook.yml";

/** What is found where a configuration is looked for; null: nothing. */
export const CONFIGURATION_BLOB = z
  .discriminatedUnion("__typename", [
    z.object({ __typename: z.literal("Blob"), text: z.string().nullable() }),
    z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]) }),
  ])
  .nullable();

const OWNERS = z.object({ nameWithOwner: z.string(), configuration: CONFIGURATION_BLOB });

const OWN = OWNERS.extend({
  databaseId: z.number().nullable(),
  url: z.string(),
  visibility: z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]),
  isFork: z.boolean(),
  defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string().min(1) }) }).nullable(),
});

/** What asks for it. */
export const SELECT_CONFIGURATION = `configuration: object(expression: "HEAD:${CONFIGURATION_PATH}") { __typename ... on Blob { text } }`;

/**
 * Reads what the minutes' repository is and how it is configured, in one request. The configuration is that of the
 * default branch, so that a pull request changes nothing before it is merged; without one, that of the owner's
 * `.github` repository counts.
 */
export async function readHead(client: Client, repository: RepositoryName): Promise<Head> {
  const { owner } = partsOf(repository);
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(`
    own: ${builder.repository(repository)} {
      nameWithOwner databaseId url visibility isFork
      defaultBranchRef { name target { oid } }
      ${SELECT_CONFIGURATION}
    }
    owners: ${builder.repository(`${owner}/.github`)} { nameWithOwner ${SELECT_CONFIGURATION} }`);
  const { own, owners } = await client.query(text, variables, (answer) => takeHead(answer, repository));
  return {
    name: own.nameWithOwner,
    id: own.databaseId === null ? null : String(own.databaseId),
    url: own.url,
    visibility: own.visibility.toLowerCase() as Visibility,
    isFork: own.isFork,
    defaultBranch: own.defaultBranchRef?.name ?? "main",
    commit: own.defaultBranchRef?.target.oid ?? null,
    configuration: findFile(own) ?? findFile(owners),
  };
}

/** A configuration that is refused is not one that is not there. */
function takeHead(answer: GraphQLAnswer, repository: RepositoryName) {
  const own = takePart(answer, ["own"], OWN);
  const refusal = findRefusal(answer, ["own"]);
  if (own === null || refusal !== undefined) throw refused("repository-refused", repository, refusal);
  const owners = takePart(answer, ["owners"], OWNERS);
  const ownersRefusal = findRefusal(answer, ["owners"]);
  const isHidden = ownersRefusal !== undefined && ownersRefusal.type !== "NOT_FOUND";
  if (own.configuration === null && isHidden) {
    throw refused("configuration-refused", repository, ownersRefusal);
  }
  return { own, owners };
}

function findFile(node: z.infer<typeof OWNERS> | null): ConfigurationFile | null {
  const text = textOf(node?.configuration ?? null);
  return node === null || text === null
    ? null
    : { repository: node.nameWithOwner, path: CONFIGURATION_PATH, text };
}

/** The text of a configuration. null: there is none. */
export function textOf(blob: z.infer<typeof CONFIGURATION_BLOB>): string | null {
  return blob?.__typename === "Blob" ? blob.text : null;
}

function refused(
  code: "repository-refused" | "configuration-refused",
  repository: RepositoryName,
  refusal: GraphQLError | undefined,
): GitHubError {
  const message = gitHubMessage(code, { repository, answer: refusal?.message ?? "no answer" });
  return new GitHubError(message, { kind: "refused", status: refusal?.type === "NOT_FOUND" ? 404 : null });
}
