import { counted } from "../../../messages/message.ts";
import { GuestError } from "../../../queue/operator/open-guest.ts";
import type { OperatorQueue } from "../../../queue/operator/operator-queue.ts";
import { openAppQueue } from "../../app-store/open-app-queue.ts";
import { errorText } from "../../../messages/coded-error.ts";
import { type Check, type Doctor, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("database");
const dead = findingsOf("dead jobs");

/** A job that waits longer finds nobody who does it, in seconds. */
const LONG_SECONDS = 60 * 60;

/** The database, its queue, and the jobs that were given up. */
export const database: Check = {
  name: "database",
  needsGitHub: false,
  async look(doctor) {
    const { env, cwd, app } = doctor;
    const isNamed = Boolean(env.DATABASE_URL || env.DATA_FOLDER);
    if (app === null && !isNamed) return [skipped("There is no app here.")];
    try {
      const { queue, where, close } = await openAppQueue(env, cwd);
      try {
        return [await lookAtQueue(queue, where), ...(await lookAtDead(queue, doctor))];
      } finally {
        await close();
      }
    } catch (error) {
      if (error instanceof GuestError) return [problem(error.message)];
      const remedy = env.DATABASE_URL
        ? "Check DATABASE_URL, and that PostgreSQL accepts connections from this machine."
        : null;
      return [problem(`The database can't be used: ${withoutSecrets(errorText(error), env)}`, remedy)];
    }
  },
};

async function lookAtQueue(queue: OperatorQueue, where: string): Promise<Finding> {
  const { waiting, running, oldestSeconds } = await queue.count();
  const summary = `${where}: ${waiting} jobs waiting, ${running} running`;
  if (waiting === 0 || oldestSeconds < LONG_SECONDS) return ok(`${summary}.`);
  const hours = Math.floor(oldestSeconds / 3600);
  return warning(
    `${summary}; the oldest has waited ${hours} h.`,
    "Check that the app is running. A backfill or a rate limit can take this long; the log says so.",
  );
}

async function lookAtDead(queue: OperatorQueue, { replay }: Doctor): Promise<readonly Finding[]> {
  const jobs = await queue.listDead();
  const chosen = jobs.filter(({ id }) => replay === "all" || replay.includes(id));
  const found = jobs
    .filter((job) => !chosen.includes(job))
    .map(({ id, job, failures, error, at }) =>
      dead.problem(
        `${id}: ${job.repository} (${job.cause}), failed for good on ${at} after ${failures} tries: ${error}`,
        `Fix the cause, then run: minutebook doctor --replay ${id}`,
      ),
    );
  if (chosen.length > 0) {
    const count = await queue.replay(chosen.map(({ id }) => id));
    found.push(dead.warning(`${counted(count, "job")} queued again, for another day.`, null));
  }
  const strangers = replay === "all" ? [] : replay.filter((id) => !jobs.some((job) => job.id === id));
  for (const id of strangers)
    found.push(dead.problem(`There is no failed job ${id}.`, "List them with minutebook doctor."));
  return found.length === 0 ? [dead.ok("None.")] : found;
}

/** A driver's error may hold the address, and that the password. */
function withoutSecrets(text: string, { DATABASE_URL: url }: Doctor["env"]): string {
  if (!url) return text;
  const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : "";
  const hidden = text.replaceAll(url, "DATABASE_URL");
  return password === "" ? hidden : hidden.replaceAll(password, "…");
}
