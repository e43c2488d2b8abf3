import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { MilestoneState, Visibility } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import { takePart, takeWhole, type GraphQLAnswer } from "../graphql-answer.ts";
import type { OpenTarget } from "../port.ts";
import { QueryBuilder, withAliases } from "../query-builder.ts";
import { MILESTONE_PAGE, type MilestonePage } from "./answers.ts";
import { milestonesOf } from "./fragments.ts";

const TARGET = z.object({
  nameWithOwner: z.string(),
  databaseId: z.number().nullable(),
  visibility: z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]),
});

/** Reads all milestones of these repositories; one request for the first hundred of each. Unreadable ones have none. */
export async function readMilestones(
  client: Client,
  repositories: readonly RepositoryName[],
): Promise<ReadonlyMap<RepositoryName, readonly MilestoneState[]>> {
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(selectMilestones(builder, repositories));
  const pages = await client.query(text, variables, (answer) => takeMilestones(answer, repositories));
  return completeAll(client, pages);
}

/** What asks for the first hundred milestones of these repositories. */
export function selectMilestones(builder: QueryBuilder, repositories: readonly RepositoryName[]): string {
  return withAliases("r", repositories)
    .map(
      ({ alias, value }) =>
        `${alias}: ${builder.repository(value)} { nameWithOwner databaseId visibility ${milestonesOf(null)} }`,
    )
    .join("\n");
}

/** Which repositories an answer with milestones is of, by the names under which they were asked for. */
export function takeTargets(
  answer: GraphQLAnswer,
  repositories: readonly RepositoryName[],
): readonly (readonly [RepositoryName, OpenTarget])[] {
  return withAliases("r", repositories).flatMap(({ alias, value }) => {
    const node = takePart(answer, [alias], TARGET);
    if (node === null) return [];
    const id = node.databaseId === null ? null : String(node.databaseId);
    const visibility = node.visibility.toLowerCase() as Visibility;
    return [[value, { name: node.nameWithOwner, id, visibility }] as const];
  });
}

/** The first pages of an answer; of repositories that may not be read there are none. */
export function takeMilestones(
  answer: GraphQLAnswer,
  repositories: readonly RepositoryName[],
): ReadonlyMap<RepositoryName, MilestonePage> {
  const pages = new Map<RepositoryName, MilestonePage>();
  for (const { alias, value } of withAliases("r", repositories)) {
    if (takePart(answer, [alias], z.looseObject({})) === null) continue;
    const page = takePart(answer, [alias, "milestones"], MILESTONE_PAGE);
    if (page !== null) pages.set(value, page);
  }
  return pages;
}

/** The milestones of these first pages, and of all pages after them. */
export async function completeAll(
  client: Client,
  pages: ReadonlyMap<RepositoryName, MilestonePage>,
): Promise<ReadonlyMap<RepositoryName, readonly MilestoneState[]>> {
  const result = new Map<RepositoryName, readonly MilestoneState[]>();
  for (const [name, page] of pages) result.set(name, await completeMilestones(client, name, page));
  return result;
}

/** The milestones of a page and of all pages after it. */
export async function completeMilestones(
  client: Client,
  repository: RepositoryName,
  first: MilestonePage,
): Promise<readonly MilestoneState[]> {
  const milestones = toStates(first);
  let { pageInfo } = first;
  while (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    const builder = new QueryBuilder();
    const { text, variables } = builder.build(
      `r0: ${builder.repository(repository)} { ${milestonesOf(builder.variable("String!", pageInfo.endCursor))} }`,
    );
    const page = await client.query(text, variables, (answer) =>
      takeWhole(answer, ["r0", "milestones"], MILESTONE_PAGE),
    );
    milestones.push(...toStates(page));
    ({ pageInfo } = page);
  }
  return milestones;
}

function toStates(page: MilestonePage): MilestoneState[] {
  return page.nodes.flatMap((node) => {
    if (node === null) return [];
    const { number, title, url } = node;
    return {
      number,
      title,
      url,
      description: node.description ?? "",
      state: node.state === "OPEN" ? "open" : "closed",
    };
  });
}
