import { z } from "zod";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import { findRefusal, type GraphQLAnswer } from "./graphql-answer.ts";
import { QueryBuilder, withAliases } from "./query-builder.ts";

/** The head of a repository. */
export interface Tip {
  /** `owner/name` as it is called now. */
  readonly name: RepositoryName;
  readonly id: string | null;
  /** The head of its default branch. null: it is empty. */
  readonly commit: string | null;
}

const TIP = z.object({
  nameWithOwner: z.string(),
  databaseId: z.number().nullable(),
  defaultBranchRef: z.object({ target: z.object({ oid: z.string().min(1) }) }).nullable(),
});

/**
 * Reads the heads of many repositories in one request.
 *
 * @returns by the name that was asked for; those that GitHub does not clearly answer for are left out
 */
export async function readTips(
  client: Client,
  repositories: readonly RepositoryName[],
): Promise<ReadonlyMap<RepositoryName, Tip>> {
  const aliases = withAliases("r", repositories);
  const builder = new QueryBuilder();
  const selection = aliases.map(
    ({ alias, value }) =>
      `${alias}: ${builder.repository(value)} { nameWithOwner databaseId defaultBranchRef { target { oid } } }`,
  );
  const { text, variables } = builder.build(selection.join("\n"));
  return client.query(text, variables, (answer) => {
    const tips = aliases.flatMap(({ alias, value }) => {
      const tip = takeTip(answer, alias);
      return tip === null ? [] : [[value, tip] as const];
    });
    return new Map(tips);
  });
}

function takeTip(answer: GraphQLAnswer, alias: string): Tip | null {
  const read = TIP.safeParse(answer.data[alias]);
  if (!read.success || findRefusal(answer, [alias]) !== undefined) return null;
  const { nameWithOwner, databaseId, defaultBranchRef } = read.data;
  return {
    name: nameWithOwner,
    id: databaseId === null ? null : String(databaseId),
    commit: defaultBranchRef?.target.oid ?? null,
  };
}
