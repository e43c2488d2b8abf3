import type { Client } from "../client.ts";
import type { MilestoneText, Posted } from "../port.ts";

export async function createMilestone(client: Client, milestone: MilestoneText): Promise<Posted> {
  const written = await client.write("POST /repos/{owner}/{repo}/milestones", {
    ...nameOf(milestone),
    title: milestone.title,
    ...(milestone.description === null ? {} : { description: milestone.description }),
  });
  return { id: written.id, number: written.number, url: written.html_url };
}

export async function updateMilestone(
  client: Client,
  number: number,
  milestone: MilestoneText,
): Promise<Posted> {
  const written = await client.write("PATCH /repos/{owner}/{repo}/milestones/{milestone_number}", {
    ...nameOf(milestone),
    milestone_number: number,
    ...(milestone.description === null ? {} : { description: milestone.description }),
  });
  return { id: written.id, number: written.number, url: written.html_url };
}

function nameOf({ repository }: MilestoneText): { readonly owner: string; readonly repo: string } {
  const [owner = "", repo = ""] = repository.split("/");
  return { owner, repo };
}
