import { z } from "zod";
import { printable, printableLines } from "../../plan/media/terminal.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { CheckRun } from "../check-run.ts";
import type { Client } from "../client.ts";
import type { OwnCheckRun, Posted } from "../port.ts";
import { WRITTEN } from "../written.ts";
import { readViewer } from "./people.ts";
import { partsOf } from "../../minutes/repository-name.ts";

const CHECK_RUN = WRITTEN.extend({ html_url: z.string().nullish() });

const CHECK_RUNS = z.object({
  check_runs: z.array(
    z.object({
      id: z.union([z.number(), z.bigint()]),
      external_id: z.string().nullable(),
      completed_at: z.string().nullable(),
      app: z.object({ slug: z.string().optional() }).nullable(),
    }),
  ),
});

/** GitHub refuses longer ones, in characters. */
const MAX_TEXT = 65_535;

/** GitHub takes no more in one request; how many are left out is shown. */
const MAX_ANNOTATIONS = 50;

/** The name under which people see our checks. */
const NAME = "Minutebook";

/**
 * Writes a check run that is complete, always a new one: of those with one name people see the newest, and an earlier
 * one that is written over would keep its notes on lines beside the new ones
 * (https://docs.github.com/rest/checks/runs#update-a-check-run).
 */
export async function writeCheckRun(
  client: Client,
  repository: RepositoryName,
  run: CheckRun,
): Promise<Posted> {
  const { owner, repo } = partsOf(repository);
  const content = {
    owner,
    repo,
    head_sha: run.commit,
    name: run.name ?? NAME,
    status: "completed" as const,
    conclusion: run.conclusion,
    external_id: run.externalId,
    output: {
      title: printable(run.title),
      summary: cut(`${run.summary}${moreNotes(run.annotations.length)}`),
      ...(run.text === "" ? {} : { text: cut(run.text) }),
      annotations: run.annotations.slice(0, MAX_ANNOTATIONS).map((annotation) => ({
        path: annotation.path,
        start_line: annotation.line,
        end_line: annotation.line,
        annotation_level: annotation.level,
        // GitHub shows it as text.
        message: printableLines(annotation.message),
        ...(annotation.code === undefined ? {} : { title: annotation.code }),
      })),
    },
    actions: run.buttons.slice(0, 3).map((button) => ({ ...button })),
  };
  const written = await client.write("POST /repos/{owner}/{repo}/check-runs", content, CHECK_RUN);
  return { id: written.id, number: null, url: written.html_url ?? "" };
}

/** Our check runs on a commit, the newest first: those of another app with our name are not ours. */
export async function listCheckRuns(
  client: Client,
  repository: RepositoryName,
  commit: string,
): Promise<readonly OwnCheckRun[]> {
  const { owner, repo } = partsOf(repository);
  const viewer = (await readViewer(client)).toLowerCase();
  const { check_runs: runs } = await client.get(
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    { owner, repo, ref: commit, check_name: NAME, filter: "all", per_page: 100 },
    CHECK_RUNS,
  );
  return runs
    .filter(({ app, completed_at: at }) => at !== null && `${app?.slug}[bot]`.toLowerCase() === viewer)
    .toSorted((one, other) => Number(other.id) - Number(one.id))
    .map(({ external_id: externalId }) => ({ externalId }));
}

function moreNotes(count: number): string {
  const more = count - MAX_ANNOTATIONS;
  return more > 0 ? `\n\n${more} more notes on lines do not fit into a check run.` : "";
}

/** Cuts at a line's end, and never within a character. */
function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  const note = "\n\n… The rest does not fit into a check run.";
  const room = text.slice(0, MAX_TEXT - note.length);
  const end = room.lastIndexOf("\n");
  return `${end > 0 ? room.slice(0, end) : room}${note}`;
}
