import { Counts } from "./counts.ts";
import type { FoundMeeting } from "./project-minutes.ts";

/** Mentions of issues and the like, which name their repository themselves. */
export function countMentions(found: readonly FoundMeeting[]): Counts {
  const counts = new Counts();
  for (const { meeting } of found) {
    for (const { repository, repositoryFrom } of meeting.references) {
      if (repositoryFrom === "mention") counts.add(repository);
    }
  }
  return counts;
}
