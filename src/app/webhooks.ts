import type { Probot } from "probot";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Job, Queue } from "../queue/queue.ts";
import { QueueError } from "../queue/queue-error.ts";
import { decideButton } from "./button.ts";
import { decideCommand } from "./command.ts";
import { decideInstalled, inParts } from "./installed.ts";
import { decideIssueState, toPost } from "./issue-state.ts";
import type { Log } from "../pipeline/log.ts";
import { decidePreview } from "./preview.ts";
import { decidePush } from "./push.ts";
import { spareClients } from "./spare-clients.ts";
import type { Post } from "./told-minutes.ts";
import { UnavailableError, withinTime } from "./unavailable.ts";

interface Tools {
  readonly queue: Queue;
  readonly findOwnLogin: () => Promise<string>;
  /** The minutes that a post of ours is about. null: it is about none that it may tell of anything. */
  readonly findMinutes: (post: Post) => Promise<RepositoryName | null>;
  /** Somebody changed where the app is installed. */
  readonly onInstallation: () => void;
  /** A delivery could not be kept, and GitHub has been told so. */
  readonly onRefused?: (() => void) | undefined;
}

/** Who we are has to be asked of GitHub once. Probot acknowledges by itself what is not answered within 9 s. */
const LOGIN_MS = 3000;

/** The database has to be asked for an issue of ours. */
const MINUTES_MS = 3000;

/**
 * Hears webhooks. Each handler only decides and queues, so that GitHub has its answer at once; what could not be queued
 * is answered with 503.
 */
export async function hearWebhooks(probot: Probot, tools: Tools): Promise<void> {
  await spareClients(probot);
  const { queue, onInstallation } = tools;
  const findOwnLogin = () => withinTime(tools.findOwnLogin(), LOGIN_MS);
  const enqueue = async (log: Log, job: Job | null, what: string): Promise<void> => {
    if (job === null) return;
    const isNew = await queue.add(job).catch((error: unknown) => {
      if (!(error instanceof QueueError)) throw error;
      tools.onRefused?.();
      throw new UnavailableError(error);
    });
    const { deliveryId, installationId, repository, cause, data } = job;
    const place = { delivery: deliveryId, installation: installationId, repository };
    const fields = { ...place, cause, head: data.head };
    log.info(fields, isNew ? `Queued: ${what}` : `Dropped, received twice: ${what}`);
  };
  probot.on("push", async ({ id, payload, log }) => {
    // Only a bot's push can be ours; for people's nobody needs to be asked.
    const own = payload.sender?.login.endsWith("[bot]") ? await findOwnLogin() : null;
    const decision = decidePush(payload, id, own);
    if ("job" in decision) return enqueue(log as unknown as Log, decision.job, "a push");
    const fields = { delivery: id, repository: payload.repository.full_name, ref: payload.ref };
    log.info(fields, decision.ignored.text);
  });
  probot.on(
    ["pull_request.opened", "pull_request.reopened", "pull_request.synchronize", "pull_request.edited"],
    async ({ id, payload, log }) =>
      enqueue(
        log as unknown as Log,
        decidePreview(payload, id),
        `a preview of #${payload.pull_request.number}`,
      ),
  );
  probot.on(["check_run.requested_action", "check_run.rerequested"], async ({ id, payload, log }) =>
    enqueue(log as unknown as Log, decideButton(payload, id), "a button"),
  );
  probot.on("issue_comment.created", async ({ id, payload, log }) =>
    enqueue(log as unknown as Log, decideCommand(payload, id), "a command"),
  );
  probot.on(["issues.closed", "issues.reopened"], async ({ id, payload, log }) => {
    // Most issues are not ours, and for these nobody needs to be asked.
    if (!payload.issue.user?.login.endsWith("[bot]")) return;
    const job = decideIssueState(payload, id, await findOwnLogin());
    const minutes = job === null ? null : await withinTime(tools.findMinutes(toPost(payload)), MINUTES_MS);
    const told = job === null || minutes === null ? null : { ...job, repository: minutes };
    await enqueue(log as unknown as Log, told, "an action's issue was closed or reopened");
  });
  probot.on(["installation", "installation_repositories"], async ({ id, payload, log }) => {
    onInstallation();
    const what = "the head of a repository where the app is new";
    await inParts(decideInstalled(payload, id), (job) => enqueue(log as unknown as Log, job, what));
  });
}
