import { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Client } from "../client.ts";
import { isMissing } from "../errors.ts";
import { takeWhole, type GraphQLAnswer } from "../graphql-answer.ts";
import type { Pull, Reaction } from "../port.ts";
import { WITH_SHA } from "../written.ts";
import { partsOf } from "../../minutes/repository-name.ts";

const MAY_WRITE = new Set(["admin", "maintain", "write"]);

/** Whether this person may push to the repository. */
export async function mayWrite(client: Client, repository: RepositoryName, login: string): Promise<boolean> {
  const { owner, repo } = partsOf(repository);
  try {
    const { permission } = await client.get(
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      { owner, repo, username: login },
      z.object({ permission: z.string() }),
    );
    return MAY_WRITE.has(permission);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Logins do not change while a client is used. */
const viewers = new WeakMap<Client, string>();

/** Notes the login that we have on GitHub, where an answer happens to tell it. */
export function rememberViewer(client: Client, login: string): void {
  viewers.set(client, login);
}

/** The login that we have on GitHub. A workflow's own token may not ask REST for it. */
export async function readViewer(client: Client): Promise<string> {
  const known = viewers.get(client);
  if (known !== undefined) return known;
  const { login } = await client.query("query { viewer { login } }", {}, takeViewer);
  rememberViewer(client, login);
  return login;
}

const VIEWER = z.object({ login: z.string().min(1) });

/** Who we are, from an answer that was asked for it. */
export function takeViewer(answer: GraphQLAnswer): z.infer<typeof VIEWER> {
  return takeWhole(answer, ["viewer"], VIEWER);
}

export async function readPull(client: Client, repository: RepositoryName, number: number): Promise<Pull> {
  const { owner, repo } = partsOf(repository);
  const pull = await client.get(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    { owner, repo, pull_number: number },
    z.object({ head: WITH_SHA }),
  );
  return { commit: pull.head.sha };
}

/** Answers a comment without a word. */
export async function react(
  client: Client,
  repository: RepositoryName,
  commentId: number,
  reaction: Reaction,
): Promise<void> {
  const { owner, repo } = partsOf(repository);
  await client.write(
    "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
    { owner, repo, comment_id: commentId, content: reaction },
    z.object({ content: z.string() }),
  );
}

const HIDE = `mutation($id: ID!) {
  minimizeComment(input: {subjectId: $id, classifier: OFF_TOPIC}) { clientMutationId }
}`;

/** Hides one of Minutebook's comments. */
export async function hideComment(client: Client, nodeId: string): Promise<void> {
  await client.mutate(HIDE, { id: nodeId }, z.object({ minimizeComment: z.object({}) }));
}
