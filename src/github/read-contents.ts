import type { RepositoryName } from "../minutes/meeting.ts";
import type { Client } from "./client.ts";
import type { Clients } from "./clients.ts";
import type { Contents, FileName } from "./port.ts";
import { QueryBuilder } from "./query-builder.ts";
import { FILES_PER_REQUEST, readFiles, selectFiles, toReadings, type FilesNode } from "./read-files.ts";
import { readTargetMilestones } from "./read-milestones.ts";
import type { Aliased } from "./snapshot/answers.ts";
import { selectMilestones, toMilestones } from "./snapshot/milestones.ts";
import { rememberViewer } from "./write/people.ts";

/**
 * Reads files of the minutes' repository and the milestones of the repositories that they may speak of: one request for
 * each installation, and one more for each further hundred of files.
 *
 * @param client - Of the minutes' repository.
 */
export async function readContents(
  clients: Clients,
  client: Client,
  repository: RepositoryName,
  wanted: readonly FileName[],
  targets: readonly RepositoryName[],
): Promise<Contents> {
  const near: RepositoryName[] = [];
  const far: RepositoryName[] = [];
  for (const target of targets) {
    const choice = await clients.of(target);
    if (choice.installed) (choice.client === client ? near : far).push(target);
  }
  const first = wanted.slice(0, FILES_PER_REQUEST);
  const builder = new QueryBuilder();
  const { text, variables } = builder.build(
    [
      "viewer { login }",
      `files: ${selectFiles(builder, repository, first)}`,
      selectMilestones(builder, near),
    ].join("\n"),
  );
  const { data } = await client.query<
    Aliased & { readonly viewer: { readonly login: string }; readonly files: FilesNode | null }
  >(text, variables);
  rememberViewer(client, data.viewer.login);
  const files = await toReadings(client, repository, first, data.files);
  const rest = await readFiles(client, repository, wanted.slice(FILES_PER_REQUEST));
  const milestones = Object.fromEntries(await toMilestones(client, near, data));
  return {
    files: [...files, ...rest],
    milestones: { ...milestones, ...(far.length === 0 ? {} : await readTargetMilestones(clients, far)) },
  };
}
