import { hasCode } from "../../messages/reasons.ts";
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { budgetOf } from "../budget.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { runInspect } from "../inspect/run.ts";
import { findRemote } from "../input/find-remote.ts";
import { CONFIG_PATH, findRoot } from "../input/find-root.ts";
import type { Io } from "../io.ts";
import type { Plan } from "../../plan/plan.ts";
import { runPlan } from "../plan/run.ts";
import { showPlan } from "../plan/show-plan.ts";
import { findContributors } from "./find-contributors.ts";
import { type Guess, guessConfig } from "./guess.ts";
import { type ProjectMinutes, readProject } from "./project-minutes.ts";
import { writeConfig } from "./write-config.ts";
import { printableJson } from "../../plan/media/json.ts";
import { printable } from "../../plan/media/terminal.ts";

export interface InitOptions {
  readonly print: boolean;
  readonly json: boolean;
  readonly repository?: string;
}

/** How many of the last minutes are shown. */
const SHOWN = 5;

/** Writes a configuration for the minutes that are found, and shows what the last would have given with it. */
export async function runInit(folder: string, options: InitOptions, io: Io): Promise<number> {
  const start = resolve(io.cwd, folder);
  if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CliError(`There is no folder ${folder}.`);
  }
  const root = findRoot(start) ?? start;
  const file = join(root, CONFIG_PATH);
  if (existsSync(file) && !options.print) {
    throw new CliError(`${file} already exists and is not changed. --print shows what init would write.`);
  }
  const own = options.repository ?? findRemote(root);
  const project = await readProject(root, own, budgetOf({}, io));
  for (const { path, problem } of project.left)
    io.err(`${io.errColors.yellow("note:")} ${printable(path)} is left out: ${printable(problem.text)}\n`);
  if (project.found.length === 0) {
    throw new CliError(
      `There are no minutes in ${root}. They are looked for in folders and files that are named after meetings, ` +
        "minutes or notes; name yours under `minutes` in .github/minutebook.yml.",
    );
  }
  const guess = guessConfig(project, own, await findContributors(root));
  const text = writeConfig(guess);
  if (!options.print) write(file, text);
  if (options.json) {
    const found = project.found.map(({ meeting: { path, date } }) => ({ path, date }));
    const written = options.print ? null : file;
    io.out(`${printableJson({ written, configuration: text, guess: toRecord(guess), minutes: found })}\n`);
  } else if (options.print) {
    io.out(text);
  } else {
    await show(relative(io.cwd, file), lastOf(project, root, io), options, io);
  }
  return exitCodes.ok;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
}

/** Names of the last minutes as the user would write them. */
function lastOf({ found }: ProjectMinutes, root: string, { cwd }: Io): readonly string[] {
  return found.slice(-SHOWN).map(({ meeting }) => relative(cwd, join(root, meeting.path)));
}

async function show(file: string, last: readonly string[], options: InitOptions, io: Io): Promise<void> {
  const repository = options.repository === undefined ? {} : { repository: options.repository };
  io.out(`Wrote ${printable(file)}: look it over, then commit it.\n\n`);
  try {
    const { plan, implied } = await planOf(last, repository, io);
    io.out(
      `If the last ${last.length} were pushed with this configuration and nothing had been posted yet:\n\n`,
    );
    io.out(await showPlan(plan, io, {}));
    if (implied > 0) {
      io.out(
        `${implied} more sentences read like actions but have no marker: minutebook inspect shows them.\n`,
      );
    }
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    io.out("With this configuration, the last minutes are read as follows:\n\n");
    await runInspect(last, { format: "text", ...repository }, io);
  }
}

/** What the last minutes would give, asking nobody, and how many actions in them no mark names. */
async function planOf(
  last: readonly string[],
  repository: { readonly repository?: string },
  io: Io,
): Promise<{ readonly plan: Plan; readonly implied: number }> {
  let json = "";
  const quiet: Io = {
    ...io,
    err: () => undefined,
    out: (text) => {
      json += text;
    },
  };
  await runPlan(last, { bodies: false, github: false, format: "json", ...repository }, quiet);
  const plan: Plan = JSON.parse(json);
  const notices = plan.notices.filter((notice) => !hasCode(notice, "implied-action"));
  return { plan: { ...plan, notices }, implied: plan.notices.length - notices.length };
}

function toRecord({
  minutes,
  repository,
  repositories,
  foreign,
  series,
  people,
  sources,
  unknown,
}: Guess): object {
  return {
    minutes,
    repository,
    repositories,
    foreign,
    series: series.map((one) => ({ minutes: one.minutes, repository: one.repository })),
    people,
    sources,
    unknown,
  };
}
