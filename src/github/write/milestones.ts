import type { Client } from "../client.ts";
import type { MilestoneText, Posted } from "../port.ts";
import { WRITTEN_NUMBERED } from "../written.ts";

export async function createMilestone(client: Client, milestone: MilestoneText): Promise<Posted> {
  const asked = { ...nameOf(milestone), title: milestone.title, ...descriptionOf(milestone) };
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
    { ...nameOf(milestone), milestone_number: number, ...descriptionOf(milestone) },
    WRITTEN_NUMBERED,
  );
  return { id: written.id, number: written.number, url: written.html_url };
}

function descriptionOf({ description }: MilestoneText): { readonly description?: string } {
  return description === null ? {} : { description };
}

function nameOf({ repository }: MilestoneText): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
