import { targetRepositories } from "../../../config/target-repositories.ts";
import type { Config } from "../../../config/config.ts";
import { GitHubError } from "../../../github/errors.ts";
import type { GitHub, Head } from "../../../github/port.ts";
import { createMemoryLedger } from "../../../ledger/memory-ledger.ts";
import { configurationOf } from "../../../pipeline/configuration.ts";
import { findConsent } from "../../../plan/targets/consent.ts";
import { DEFAULT_BUDGET } from "../../../pipeline/workers/work-error.ts";
import { readingTools } from "../../github/reading-tools.ts";
import { type Check, type Finding, findingsOf } from "../doctor.ts";

const { ok, problem, skipped } = findingsOf("repository");
const configuration = findingsOf("configuration");

/** The repository of the minutes, its configuration, and where that lets it post. */
export const repository: Check = {
  name: "repository",
  needsGitHub: true,
  async look({ github, repository: name }) {
    if (name === null)
      return [
        skipped("Could not determine the repository. Add --repository owner/name, or run this in a clone."),
      ];
    if (github === null) return [skipped(`No credentials to look at ${name}.`)];
    try {
      const head = await github.readHead(name);
      const { config, problems } = await configurationOf(readingTools(DEFAULT_BUDGET), head);
      const found = problems.map(({ line, key, message }) =>
        configuration.problem(
          `${head.configuration?.repository} .github/minutebook.yml:${line}: ${key} ${message}`,
          "Fix that line and push; docs/configuration.md has every key.",
        ),
      );
      if (config === null) return found;
      const where =
        head.configuration === null
          ? "no file, every default holds"
          : `of ${head.configuration.repository} is fine`;
      const told =
        config.mode === "off"
          ? [configuration.warning("Minutebook is turned off (`mode: off`).", "Remove `mode: off`.")]
          : [];
      return [configuration.ok(where), ...told, ...(await lookAtTargets(github, head, config))];
    } catch (error) {
      if (!(error instanceof GitHubError) || error.kind !== "refused") throw error;
      return [
        problem(
          error.message,
          `Check the spelling; install the app on ${name}, or take a token that can read it.`,
        ),
      ];
    }
  },
};

async function lookAtTargets(github: GitHub, head: Head, config: Config): Promise<readonly Finding[]> {
  const targets = targetRepositories(config, head.name);
  const nothing = { threads: [], milestones: false, labels: [], logins: [], actionIssues: false };
  const request = { repositories: Object.fromEntries(targets.map((name) => [name, nothing])) };
  const snapshot = await github.readSnapshot(request, [], createMemoryLedger());
  const input = { repository: { ...head, id: head.id }, config, snapshot };
  return targets.map((target) => {
    const consent = findConsent(target, input);
    if (!consent.allowed) {
      return problem(consent.reason.text, "docs/permissions.md says who may post where.");
    }
    if (consent.state.issuesEnabled) return ok(`${target} may be posted to.`);
    return problem(
      `${target} has no issues: actions cannot be opened there.`,
      "Turn issues on, or set another `actions.repository`.",
    );
  });
}
