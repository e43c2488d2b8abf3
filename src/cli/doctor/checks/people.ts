import { isSameName } from "../../../minutes/repository-name.ts";
import { actionsRepository } from "../../../config/series.ts";
import type { Config } from "../../../config/config.ts";
import { GitHubError } from "../../../github/errors.ts";
import type { GitHub } from "../../../github/port.ts";
import { createMemoryLedger } from "../../../ledger/memory-ledger.ts";
import { configurationOf } from "../../../pipeline/configuration.ts";
import { DEFAULT_BUDGET } from "../../../pipeline/workers/work-error.ts";
import { readingTools } from "../../github/reading-tools.ts";
import { findRemote } from "../../input/find-remote.ts";
import { findRoot } from "../../input/find-root.ts";
import { readLastMinutes } from "../last-minutes.ts";
import { type Check, type Doctor, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning } = findingsOf("people");

/** A person whose login is known, and where it is written. */
interface Known {
  readonly name: string;
  readonly login: string;
  /** `people` in the configuration, a file of minutes. */
  readonly from: string;
}

/** More are no help to look through. */
const MOST = 50;

/** How each login became known, and whether it can be assigned where actions become issues. */
export const people: Check = {
  name: "people",
  needsGitHub: true,
  async look(doctor) {
    const { github, repository } = doctor;
    if (github === null || repository === null) return [];
    try {
      const head = await github.readHead(repository);
      const { config } = await configurationOf(readingTools(DEFAULT_BUDGET), head);
      if (config === null || !config.actions.enabled || !config.actions.assign) return [];
      const known = [...ofConfiguration(config), ...(await ofMinutes(doctor, config))].slice(0, MOST);
      const target = actionsRepository(config, "", head.name);
      if (known.length === 0 || target === null) return [];
      const assignable = await readAssignable(github, target, known);
      return assignable === null ? [] : known.map((one) => judge(one, target, assignable));
    } catch (error) {
      // The check of the repository says what is wrong with it.
      if (error instanceof GitHubError && error.kind === "refused") return [];
      throw error;
    }
  },
};

function ofConfiguration({ people: entries }: Config): readonly Known[] {
  return Object.entries(entries).map(([name, login]) => ({
    name,
    login,
    from: "`people` in the configuration",
  }));
}

/** People whose logins are in the last minutes, where doctor runs in a clone of their repository. */
async function ofMinutes({ cwd, repository }: Doctor, config: Config): Promise<readonly Known[]> {
  const root = findRoot(cwd);
  const remote = root === undefined ? null : findRemote(root);
  if (root === undefined || remote === null || repository === null || !isSameName(remote, repository))
    return [];
  const found = new Map<string, Known>();
  for (const meeting of await readLastMinutes(root, config, repository)) {
    for (const { name, login } of meeting.attendees) {
      if (login !== null && !Object.hasOwn(config.people, name))
        found.set(`${name} ${login}`, {
          name,
          login,
          from: `the attendees in ${meeting.path}`,
        });
    }
  }
  return [...found.values()];
}

async function readAssignable(
  github: GitHub,
  target: string,
  known: readonly Known[],
): Promise<readonly string[] | null> {
  const logins = [...new Set(known.map(({ login }) => login))];
  const asked = { threads: [], milestones: false, labels: [], logins, actionIssues: false };
  const snapshot = await github.readSnapshot({ repositories: { [target]: asked } }, [], createMemoryLedger());
  const [state] = Object.values(snapshot.repositories);
  return state?.known === true ? state.assignable : null;
}

function judge({ name, login, from }: Known, target: string, assignable: readonly string[]): Finding {
  if (assignable.some((one) => isSameName(one, login)))
    return ok(`${name} is ${login} according to ${from}.`);
  return warning(
    `${name} is ${login} according to ${from}, but can't be assigned in ${target}.`,
    "Correct the login, or give that person access.",
  );
}
