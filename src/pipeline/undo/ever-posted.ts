import type { Ledger } from "../../ledger/ledger.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { PostedFor } from "../../plan/input.ts";
import { commentPrefix, pathOfCommentKey, pathOfIssueKey } from "../../plan/keys.ts";
import { toMilestone } from "../known-minutes.ts";

/**
 * By path, what was ever posted for minutes and may still be there. What is remembered as gone counts too: taking it
 * back is written down before it is done, and may have been broken off in between.
 */
export async function findEverPosted(
  ledger: Pick<Ledger, "find">,
  source: RepositoryName,
): Promise<ReadonlyMap<string, PostedFor>> {
  const entries = await ledger.find({ source });
  const milestones = entries.flatMap(({ key }) => toMilestone(source, key));
  const posted = new Map<string, PostedFor>();
  const of = (path: string): PostedFor =>
    posted.get(path) ?? { targets: [], issues: [], milestones, pending: [] };
  for (const { key, target } of entries) {
    const commented = pathOfCommentKey(key);
    if (commented !== null) {
      const targets = [...of(commented).targets, key.slice(commentPrefix(source, commented).length)];
      posted.set(commented, { ...of(commented), targets });
    }
    const opened = pathOfIssueKey(key);
    if (opened !== null) {
      const issues = [...of(opened).issues, { repository: target, key }];
      posted.set(opened, { ...of(opened), issues });
    }
  }
  // Notes alone name no file.
  return posted.size > 0 || milestones.length === 0 ? posted : new Map([["", of("")]]);
}
