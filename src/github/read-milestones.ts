import type { RepositoryName } from "../minutes/meeting.ts";
import type { MilestoneState } from "../plan/snapshot.ts";
import type { Client } from "./client.ts";
import type { Clients } from "./clients.ts";
import { readMilestones } from "./snapshot/milestones.ts";

/** The milestones of repositories of several installations; repositories that may not be read are left out. */
export async function readTargetMilestones(
  clients: Clients,
  repositories: readonly RepositoryName[],
): Promise<Readonly<Record<RepositoryName, readonly MilestoneState[]>>> {
  const groups = new Map<string, { readonly client: Client; readonly names: RepositoryName[] }>();
  for (const name of repositories) {
    const choice = await clients.of(name);
    if (!choice.installed) continue;
    const group = groups.get(choice.id) ?? { client: choice.client, names: [] };
    group.names.push(name);
    groups.set(choice.id, group);
  }
  const found: Record<RepositoryName, readonly MilestoneState[]> = {};
  for (const { client, names } of groups.values()) {
    for (const [name, milestones] of await readMilestones(client, names)) found[name] = milestones;
  }
  return found;
}
