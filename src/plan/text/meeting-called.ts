import { partsOf } from "../../minutes/repository-name.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import type { LinkBase } from "../links.ts";

/** Repositories of minutes that are called so say nothing of the team; their owner does. */
const UNNAMED =
  /^(?:.*[-_.])?(?:minutes|meetings?|notes|wiki|docs?|documents|organi[sz]ation|admin|governance)$/i;

/** How a sentence calls a meeting. One that its minutes don't name is called after the team's repository or account. */
export function meetingCalled({ name }: Pick<Meeting, "name">, { repository }: LinkBase): string {
  if (name !== "meeting") return name;
  const { owner, repo } = partsOf(repository);
  return `${UNNAMED.test(repo) ? owner : repo} meeting`;
}
