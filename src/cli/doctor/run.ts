import type { Environment } from "../../app/environment.ts";
import { makeClient } from "../../github/client.ts";
import { connectGitHub } from "../../github/connect.ts";
import { connectToken } from "../../github/connect-token.ts";
import { apiUrl, makeTokenOctokit, type TokenAccess } from "../../github/token-octokit.ts";
import { version } from "../../pipeline/version.ts";
import { readAppEnvironment } from "../app-store/app-environment.ts";
import { errorText } from "../../messages/coded-error.ts";
import { CliError } from "../errors.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findToken } from "../github/find-token.ts";
import { findRemote } from "../input/find-remote.ts";
import { findRoot } from "../input/find-root.ts";
import type { Io } from "../io.ts";
import { printable } from "../../plan/media/terminal.ts";
import { checks } from "./checks.ts";
import { connectApp } from "./connect-app.ts";
import { type Check, type Doctor, type Finding, findingsOf, type Greeting } from "./doctor.ts";
import { printableJson } from "../../plan/media/json.ts";

export interface DoctorOptions {
  /** true: all of them. */
  readonly replay?: true | readonly string[];
  readonly json: boolean;
  readonly repository?: string;
}

/** Makes all checks and prints what each found, as soon as it is known. */
export async function runDoctor(options: DoctorOptions, io: Io): Promise<ExitCode> {
  const env = readAppEnvironment(io);
  const doctor = await meet(env, options, io);
  const found: Finding[] = [];
  for (const check of checks) {
    for (const finding of await look(check, doctor)) {
      found.push(finding);
      io.out(options.json ? `${printableJson(finding)}\n` : render(finding, io));
    }
  }
  const problems = found.filter(({ status }) => status === "problem").length;
  const warnings = found.filter(({ status }) => status === "warning").length;
  if (!options.json) io.out(`\n${sum(problems, "error")}, ${sum(warnings, "warning")}.\n`);
  return problems === 0 ? exitCodes.ok : exitCodes.unwell;
}

async function meet(env: Environment, options: DoctorOptions, io: Io): Promise<Doctor> {
  const root = findRoot(io.cwd);
  const access = await findAccess(env, io);
  const app = await connectApp(env);
  return {
    env,
    cwd: io.cwd,
    greeting: await greet(apiUrl(env.GHE_HOST, env.GHE_PROTOCOL)),
    app: app === null ? null : makeClient(app.octokit),
    token: access === null ? null : makeClient(makeTokenOctokit(access)),
    github: app !== null ? connectGitHub(app.clients) : access === null ? null : connectToken(access),
    repository: options.repository ?? (root === undefined ? null : findRemote(root)),
    replay: options.replay === true ? "all" : (options.replay ?? []),
    now: Date.now,
  };
}

async function findAccess(env: Environment, io: Io): Promise<TokenAccess | null> {
  try {
    const token = await findToken({ ...io, env });
    return { token, baseUrl: apiUrl(env.GHE_HOST, env.GHE_PROTOCOL), userAgent: `minutebook/${version}` };
  } catch (error) {
    if (error instanceof CliError) return null;
    throw error;
  }
}

const TIMEOUT_MS = 10_000;

/** A question that anybody may ask. */
async function greet(url: string): Promise<Greeting> {
  try {
    const { headers } = await fetch(`${url}/rate_limit`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { url, date: headers.get("date"), error: null };
  } catch (error) {
    return { url, date: null, error: errorText(Reflect.get(Object(error), "cause") ?? error) };
  }
}

async function look(check: Check, doctor: Doctor): Promise<readonly Finding[]> {
  if (check.needsGitHub && doctor.greeting.error !== null) {
    return [findingsOf(check.name).skipped("GitHub can't be reached.")];
  }
  try {
    return await check.look(doctor);
  } catch (error) {
    return [
      findingsOf(check.name).problem(
        errorText(error),
        "Try again. GitHub's status: https://www.githubstatus.com",
      ),
    ];
  }
}

const SIGNS = { ok: "ok     ", warning: "warning", problem: "ERROR  ", skipped: "skipped" } as const;

function render({ check, status, message, remedy }: Finding, { colors }: Io): string {
  const paint = { ok: colors.green, warning: colors.yellow, problem: colors.red, skipped: colors.dim }[
    status
  ];
  const rest = remedy === null ? "" : ` ${colors.dim("→")} ${printable(remedy)}`;
  return `${paint(SIGNS[status])} ${check}: ${printable(message)}${rest}\n`;
}

function sum(count: number, word: string): string {
  return `${count === 0 ? "no" : count} ${word}${count === 1 ? "" : "s"}`;
}
