import type { RepositoryName } from "../../minutes/meeting.ts";
import type { MilestoneState, Visibility } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import type { OpenTarget } from "../port.ts";
import { QueryBuilder, withAliases } from "../query-builder.ts";
import type { Aliased, MilestonePage } from "./answers.ts";
import { milestonesOf } from "./fragments.ts";

/** Reads all milestones of these repositories; one request for the first hundred of each. Unreadable ones have none. */
export async function readMilestones(
  client: Client,
  repositories: readonly RepositoryName[],
): Promise<ReadonlyMap<RepositoryName, readonly MilestoneState[]>> {
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(selectMilestones(builder, repositories));
  const { data } = await client.query<Aliased>(text, variables);
  return toMilestones(client, repositories, data);
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
export function readTargets(
  repositories: readonly RepositoryName[],
  data: Aliased,
): readonly (readonly [RepositoryName, OpenTarget])[] {
  return withAliases("r", repositories).flatMap(({ alias, value }) => {
    const node = data[alias] as TargetNode | null;
    if (node === null || node === undefined) return [];
    const id = node.databaseId === null ? null : String(node.databaseId);
    const visibility = node.visibility.toLowerCase() as Visibility;
    return [[value, { name: node.nameWithOwner, id, visibility }] as const];
  });
}

interface TargetNode {
  readonly nameWithOwner: string;
  readonly databaseId: number | null;
  readonly visibility: "PUBLIC" | "INTERNAL" | "PRIVATE";
}

/** The milestones of an answer, and of all pages after it. */
export async function toMilestones(
  client: Client,
  repositories: readonly RepositoryName[],
  data: Aliased,
): Promise<ReadonlyMap<RepositoryName, readonly MilestoneState[]>> {
  const result = new Map<RepositoryName, readonly MilestoneState[]>();
  for (const { alias, value } of withAliases("r", repositories)) {
    const page = (data[alias] as { readonly milestones: MilestonePage | null } | null)?.milestones;
    if (page) result.set(value, await completeMilestones(client, value, page));
  }
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
    const { data } = await client.query<{ readonly r0: { readonly milestones: MilestonePage } }>(
      text,
      variables,
    );
    milestones.push(...toStates(data.r0.milestones));
    ({ pageInfo } = data.r0.milestones);
  }
  return milestones;
}

function toStates(page: MilestonePage): MilestoneState[] {
  return (page.nodes ?? []).flatMap((node) => {
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
