import type { Probot } from "probot";

/**
 * Spares the GitHub client that Probot makes for each webhook, which takes it longer than anything else it does with
 * one: handlers only decide and queue, and the job that does the work has a client of its own. Each handler's
 * `context.octokit` is the same one, which is nobody's, as Probot's is for a webhook of no installation.
 */
export async function spareClients(probot: Pick<Probot, "auth">): Promise<void> {
  const octokit = await probot.auth();
  const { auth } = octokit;
  const noClient = await auth({ type: "event-octokit", event: { name: "webhook", payload: {} } });
  const authSparing: typeof auth = async (...args) => (isForEvent(args[0]) ? noClient : auth(...args));
  octokit.auth = Object.assign(authSparing, auth);
}

/** What Probot asks its `octokit-auth-probot` for with each webhook. */
function isForEvent(options: unknown): boolean {
  return (options as { readonly type?: unknown } | undefined)?.type === "event-octokit";
}
