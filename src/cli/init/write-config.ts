import { CONFIG_SCHEMA_URL } from "../../config/schema-url.ts";
import type { Guess } from "./guess.ts";

/** The configuration as a team would write it, with remarks. It is valid as it is. */
export function writeConfig(guess: Guess): string {
  return `# yaml-language-server: $schema=${CONFIG_SCHEMA_URL}
# How Minutebook reads these minutes and posts them. Every key may be left out.

# Which files are minutes.
minutes:
${guess.minutes.map((glob) => `  - ${JSON.stringify(glob)}\n`).join("")}
# Where #123, versions and TODOs belong. Left out: this repository.
${guess.repository === null ? "# repository: owner/name" : `repository: ${guess.repository}`}

# Short names of repositories; with \`repository\` also the only ones that may be posted to.
${mapping("repositories", guess.repositories, "docs: owner/docs")}
# Names as they stand in the minutes, to GitHub logins.
${mapping("people", guess.people, "Mona: octocat")}
# auto: post on push. review: wait for the button on the check run. off: post nothing.
mode: review
`;
}

function mapping(key: string, entries: Readonly<Record<string, string>>, example: string): string {
  const lines = Object.entries(entries).map(([name, value]) => `  ${JSON.stringify(name)}: ${value}\n`);
  return lines.length === 0 ? `# ${key}:\n#   ${example}\n` : `${key}:\n${lines.join("")}`;
}
