import type { Scope } from "../github/port.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { PipelineTools } from "./tools.ts";

/**
 * How much may be asked for a preview: all where everybody that it is made for may write to the minutes' repository.
 */
export async function findScope(
  { github, log }: Pick<PipelineTools, "github" | "log">,
  repository: RepositoryName,
  people: readonly string[],
): Promise<Scope> {
  if (people.length === 0) return "public";
  for (const login of people) {
    if (await github.mayWrite(repository, login)) continue;
    log.info({ by: login }, "Who proposed it may not write to the repository: only what is public is asked");
    return "public";
  }
  return "all";
}
