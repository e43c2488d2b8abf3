import { z } from "zod";
import { gitHubMessage } from "../../messages/github-errors.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { GitHubError } from "../errors.ts";
import { takeWhole } from "../graphql-answer.ts";

const FOUND = z.object({ issueCount: z.number().int().nonnegative() });

const COUNT = "query($asked: String!) { search(query: $asked, type: ISSUE, first: 1) { issueCount } }";

/**
 * Holds the first list of our issues against what GitHub's search counts: one that was cut short, however often, would
 * have each issue that it leaves out opened a second time. The search lags behind, so that it may count less, and no
 * list is made of it.
 *
 * @param listed - How many of Minutebook's issues the list showed.
 * @throws GitHubError, transient, where the search counts more
 */
export async function assertAllListed(
  client: Client,
  { repository, viewer, listed }: { repository: RepositoryName; viewer: string; listed: number },
): Promise<void> {
  const author = viewer.endsWith("[bot]") ? `app/${viewer.slice(0, -"[bot]".length)}` : viewer;
  const asked = `repo:${repository} is:issue author:${author}`;
  const { issueCount } = await client.query(COUNT, { asked }, (answer) =>
    takeWhole(answer, ["search"], FOUND),
  );
  if (issueCount <= listed) return;
  throw new GitHubError(gitHubMessage("issues-not-all-listed", { listed, repository, counted: issueCount }), {
    kind: "transient",
  });
}
