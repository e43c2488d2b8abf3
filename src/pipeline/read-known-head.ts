import type { Head } from "../github/port.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { PipelineTools } from "./tools.ts";

/**
 * Reads the head of a repository of minutes. What the ledger knows of it under an earlier name is known under its
 * present one from then on: so what a person deleted stays deleted.
 */
export async function readKnownHead(
  { github, ledger }: Pick<PipelineTools, "github" | "ledger">,
  repository: RepositoryName,
): Promise<Head> {
  const head = await github.readHead(repository);
  const { id, name } = head;
  if (id !== null) await ledger.recognize({ id, name, askedAs: repository });
  return head;
}
