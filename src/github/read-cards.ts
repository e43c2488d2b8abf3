import { z } from "zod";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Visibility } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import { findRefusal, takePart, type GraphQLAnswer } from "./graphql-answer.ts";
import type { Card, ReadConfig } from "./port.ts";
import { QueryBuilder, withAliases } from "./query-builder.ts";
import { CONFIGURATION_BLOB, CONFIGURATION_PATH, SELECT_CONFIGURATION, textOf } from "./read-head.ts";
import { ownerKey } from "../minutes/repository-name.ts";

/** What GraphQL answers of a repository, or of its owner's `.github`. */
const CARD_NODE = z.object({
  nameWithOwner: z.string(),
  databaseId: z.number().nullable(),
  visibility: z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]),
  configuration: CONFIGURATION_BLOB,
  defaultBranchRef: z
    .object({
      target: z
        .object({
          history: z
            .object({ nodes: z.array(z.object({ committedDate: z.string() }).nullable()) })
            .optional(),
        })
        .nullable(),
    })
    .nullable(),
});

type CardNode = z.infer<typeof CARD_NODE>;

/** A repository of an answer. */
export interface FoundCard {
  readonly node: CardNode;
  /** The repository whose configuration counts: its own, or its owner's. null: none does. */
  readonly says: CardNode | null;
  readonly askedAs: RepositoryName;
}

const CARD = `nameWithOwner databaseId visibility
  ${SELECT_CONFIGURATION}
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
export function takeCards(
  answer: GraphQLAnswer,
  repositories: readonly RepositoryName[],
): readonly FoundCard[] {
  const owners = new Map(
    withAliases("g", ownersOf(repositories)).map(({ alias, value }) => [
      value,
      takePart(answer, [alias], CARD_NODE),
    ]),
  );
  return withAliases("c", repositories).flatMap(({ alias, value }): readonly FoundCard[] => {
    const node = takePart(answer, [alias], CARD_NODE);
    if (node === null) return [];
    // Who will not show whether it agrees has not.
    const isHidden = findRefusal(answer, [alias, "configuration"]) !== undefined;
    const says = textOf(node.configuration) === null ? (owners.get(ownerKey(value)) ?? null) : node;
    return [{ node, says: isHidden ? null : says, askedAs: value }];
  });
}

/** Asks these repositories, under one identity, for what they say of themselves. */
export async function readCards(
  client: Client,
  readConfig: ReadConfig,
  repositories: readonly RepositoryName[],
): Promise<readonly Card[]> {
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(selectCards(builder, repositories));
  const found = await client.query(text, variables, (answer) => takeCards(answer, repositories));
  return toCards(readConfig, found);
}

/** What repositories say of themselves, once their configurations are read. */
export async function toCards(readConfig: ReadConfig, found: readonly FoundCard[]): Promise<readonly Card[]> {
  const cards = found.map(async (card) => toCard(card, await acceptOf(readConfig, card.says)));
  return Promise.all(cards);
}

async function acceptOf(readConfig: ReadConfig, says: CardNode | null): Promise<Card["accept"]> {
  const text = says === null ? null : textOf(says.configuration);
  return text === null ? [] : ((await readConfig(text, CONFIGURATION_PATH)).config?.accept ?? []);
}

function toCard({ node, says, askedAs }: FoundCard, accept: Card["accept"]): Card {
  return {
    name: node.nameWithOwner,
    askedAs,
    id: node.databaseId === null ? null : String(node.databaseId),
    visibility: node.visibility.toLowerCase() as Visibility,
    accept,
    acceptedAt: says?.defaultBranchRef?.target?.history?.nodes[0]?.committedDate ?? null,
  };
}

function ownersOf(repositories: readonly RepositoryName[]): readonly string[] {
  return [...new Set(repositories.map(ownerKey))];
}
