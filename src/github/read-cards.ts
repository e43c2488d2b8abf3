import type { RepositoryName } from "../minutes/meeting.ts";
import type { Visibility } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import type { Card, ReadConfig } from "./port.ts";
import { QueryBuilder, withAliases } from "./query-builder.ts";
import { CONFIGURATION_PATH } from "./read-head.ts";
import type { Aliased } from "./snapshot/answers.ts";

/** What GraphQL answers of a repository, or of its owner's `.github`. */
interface CardNode {
  readonly nameWithOwner: string;
  readonly databaseId: number | null;
  readonly visibility: "PUBLIC" | "INTERNAL" | "PRIVATE";
  readonly configuration: { readonly text?: string | null } | null;
  readonly defaultBranchRef: {
    readonly target: {
      readonly history?: { readonly nodes: readonly ({ readonly committedDate: string } | null)[] | null };
    } | null;
  } | null;
}

const CARD = `nameWithOwner databaseId visibility
  configuration: object(expression: "HEAD:${CONFIGURATION_PATH}") { ... on Blob { text } }
  defaultBranchRef { target { ... on Commit {
    history(path: "${CONFIGURATION_PATH}", first: 1) { nodes { committedDate } }
  } } }`;

/** What asks these repositories for what they say of themselves. */
export function selectCards(builder: QueryBuilder, repositories: readonly RepositoryName[]): string {
  return [
    ...withAliases("c", repositories).map(
      ({ alias, value }) => `${alias}: ${builder.repository(value)} { ${CARD} }`,
    ),
    ...withAliases("g", ownersOf(repositories)).map(
      ({ alias, value }) => `${alias}: ${builder.repository(`${value}/.github`)} { ${CARD} }`,
    ),
  ].join("\n");
}

/** The cards of an answer; none of a repository that is not there, or not for us. */
export async function toCards(
  readConfig: ReadConfig,
  repositories: readonly RepositoryName[],
  data: Aliased,
): Promise<readonly Card[]> {
  const owners = new Map(
    withAliases("g", ownersOf(repositories)).map(({ alias, value }) => [
      value,
      data[alias] as CardNode | null,
    ]),
  );
  const cards = withAliases("c", repositories).map(async ({ alias, value }) => {
    const node = data[alias] as CardNode | null;
    if (node === null || node === undefined) return [];
    const says = typeof node.configuration?.text === "string" ? node : (owners.get(ownerOf(value)) ?? null);
    return toCard(node, await acceptOf(readConfig, says), says, value);
  });
  return (await Promise.all(cards)).flat();
}

/** Asks these repositories, under one identity, for what they say of themselves. */
export async function readCards(
  client: Client,
  readConfig: ReadConfig,
  repositories: readonly RepositoryName[],
): Promise<readonly Card[]> {
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(selectCards(builder, repositories));
  const { data } = await client.query<Aliased>(text, variables);
  return toCards(readConfig, repositories, data);
}

/** @param says - The repository whose configuration counts: its own, or its owner's. */
async function acceptOf(readConfig: ReadConfig, says: CardNode | null): Promise<Card["accept"]> {
  const text = says?.configuration?.text;
  return typeof text === "string" ? ((await readConfig(text, CONFIGURATION_PATH)).config?.accept ?? []) : [];
}

function toCard(
  node: CardNode,
  accept: Card["accept"],
  says: CardNode | null,
  askedAs: RepositoryName,
): Card {
  return {
    name: node.nameWithOwner,
    askedAs,
    id: node.databaseId === null ? null : String(node.databaseId),
    visibility: node.visibility.toLowerCase() as Visibility,
    accept,
    acceptedAt: says?.defaultBranchRef?.target?.history?.nodes?.[0]?.committedDate ?? null,
  };
}

function ownersOf(repositories: readonly RepositoryName[]): readonly string[] {
  return [...new Set(repositories.map(ownerOf))];
}

function ownerOf(repository: RepositoryName): string {
  return repository.split("/")[0]?.toLowerCase() ?? "";
}
