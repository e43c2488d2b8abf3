import type { Probot } from "probot";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Job } from "../queue/job.ts";
import type { Queue } from "../queue/queue.ts";
import { commitOf } from "../queue/job-facts.ts";
import { QueueError } from "../queue/queue-error.ts";
import { decideButton } from "./button.ts";
import { decideCommand } from "./command.ts";
import { decideInstalled, inParts } from "./installed.ts";
import { decideIssueState, toPost } from "./issue-state.ts";
import { WEBHOOK_EVENTS } from "./webhook-events.ts";
import type { Log } from "../pipeline/log.ts";
import { decidePreview } from "./preview.ts";
import { decidePush } from "./push.ts";
import { spareClients } from "./spare-clients.ts";
import type { Post } from "./minutes-of-post.ts";
import { UnavailableError, withinTime } from "./unavailable.ts";

interface Tools {
  readonly queue: Queue;
  readonly findOwnLogin: () => Promise<string>;
  /** The repository of the minutes that one of Minutebook's posts is about. null: none may know of it. */
  readonly findMinutes: (post: Post) => Promise<RepositoryName | null>;
  /** Called when somebody changes where the app is installed. */
  readonly onInstallation: () => void;
  /** Called when a delivery could not be kept and was answered with 503. */
  readonly onRefused?: (() => void) | undefined;
}

/** Our login is asked for once. Probot acknowledges a webhook that is not answered within 9 s. */
const LOGIN_MS = 3000;

/** The minutes of one of Minutebook's issues are looked up in the database. */
const MINUTES_MS = 3000;

/**
 * Handles webhooks. Each handler only decides and queues, so that GitHub is answered at once; if a job cannot be
 * queued, the answer is 503.
 */
export async function handleWebhooks(probot: Probot, tools: Tools): Promise<void> {
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
    const { deliveryId, installationId, repository, cause } = job;
    const place = { delivery: deliveryId, installation: installationId, repository };
    const fields = { ...place, cause, commit: commitOf(job) };
    log.info(fields, isNew ? `Queued: ${what}` : `Dropped, received twice: ${what}`);
  };
  probot.on([...WEBHOOK_EVENTS.push], async ({ id, payload, log }) => {
    // Only a bot's push can be ours; for a person's, our login is not needed.
    const own = payload.sender?.login.endsWith("[bot]") ? await findOwnLogin() : null;
    const decision = decidePush(payload, id, own);
    if ("job" in decision) return enqueue(log as unknown as Log, decision.job, "a push");
    const fields = { delivery: id, repository: payload.repository.full_name, ref: payload.ref };
    log.info(fields, decision.ignored.text);
  });
  probot.on([...WEBHOOK_EVENTS.preview], async ({ id, payload, log }) =>
    enqueue(
      log as unknown as Log,
      decidePreview(payload, id),
      `a preview of #${payload.pull_request.number}`,
    ),
  );
  probot.on([...WEBHOOK_EVENTS.button], async ({ id, payload, log }) =>
    enqueue(log as unknown as Log, decideButton(payload, id), "a button"),
  );
  probot.on([...WEBHOOK_EVENTS.command], async ({ id, payload, log }) =>
    enqueue(log as unknown as Log, decideCommand(payload, id), "a command"),
  );
  probot.on([...WEBHOOK_EVENTS.issue], async ({ id, payload, log }) => {
    // Most issues are not ours; for these, our login is not needed.
    if (!payload.issue.user?.login.endsWith("[bot]")) return;
    const job = decideIssueState(payload, id, await findOwnLogin());
    const minutes = job === null ? null : await withinTime(tools.findMinutes(toPost(payload)), MINUTES_MS);
    const found = job === null || minutes === null ? null : { ...job, repository: minutes };
    await enqueue(log as unknown as Log, found, "an action's issue was closed or reopened");
  });
  probot.on([...WEBHOOK_EVENTS.installation], async ({ id, payload, log }) => {
    onInstallation();
    const what = "the head of a repository where the app is new";
    await inParts(decideInstalled(payload, id), (job) => enqueue(log as unknown as Log, job, what));
  });
}
