import type { Client } from "../client.ts";
import type { MilestoneText, Posted } from "../port.ts";
import { WRITTEN_NUMBERED } from "../written.ts";
import { partsOf } from "../../minutes/repository-name.ts";

export async function createMilestone(client: Client, milestone: MilestoneText): Promise<Posted> {
  const asked = { ...partsOf(milestone.repository), title: milestone.title, ...descriptionOf(milestone) };
  const written = await client.write("POST /repos/{owner}/{repo}/milestones", asked, WRITTEN_NUMBERED);
  return { id: written.id, number: written.number, url: written.html_url };
}

export async function updateMilestone(
  client: Client,
  number: number,
  milestone: MilestoneText,
): Promise<Posted> {
  const written = await client.write(
    "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}",
    { ...partsOf(milestone.repository), milestone_number: number, ...descriptionOf(milestone) },
    WRITTEN_NUMBERED,
  );
  return { id: written.id, number: written.number, url: written.html_url };
}

function descriptionOf({ description }: MilestoneText): { readonly description?: string } {
  return description === null ? {} : { description };
}
