import { CONFIG_SCHEMA_URL } from "../../config/schema-url.ts";
import type { Guess } from "./guess.ts";
import { own } from "../../minutes/own.ts";
import { printableJson } from "../../plan/media/json.ts";
import { hasSameOwner } from "../../minutes/repository-name.ts";

/** The configuration as a team would write it, with remarks. It is valid as it is. */
export function writeConfig(guess: Guess): string {
  const parts = [
    [
      `# yaml-language-server: $schema=${CONFIG_SCHEMA_URL}`,
      "# How Minutebook reads and posts these minutes. Every key is optional.",
    ],
    ["# Which files are minutes.", "minutes:", ...guess.minutes.map((glob) => `  - ${quote(glob)}`)],
    repositoryPart(guess),
    [
      "# Short names of repositories. Minutebook posts only to these, to `repository` and to those of series.",
      ...mapping("repositories", guess.repositories, "docs: owner/docs"),
      ...foreignPart(guess),
    ],
    seriesPart(guess),
    [
      "# Names in the minutes and their GitHub logins. Minutebook also learns logins from lists of attendees.",
      "# The comments say where each login was found. Check them: these people are assigned.",
      ...mapping("people", guess.people, "Mona: octocat", guess.sources),
      ...unknownPart(guess),
    ],
    [
      "# Labels to remove from an issue once it was discussed.",
      `# labels: {remove-when-discussed: [${guess.agendaLabels.join(", ") || "meeting-agenda"}]}`,
    ],
    ["# auto: post on push. review: wait for approval. off: post nothing.", "mode: review"],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function repositoryPart({ repository, own }: Guess): string[] {
  const remark = "# Where #123, versions and TODOs belong. Default: this repository.";
  if (repository === null) return [remark, "# repository: owner/name"];
  return [remark, ...acceptRemark(repository, own), `repository: ${repository}`];
}

/** Another owner has to agree. */
function acceptRemark(repository: string, own: string | null): string[] {
  if (own === null || hasSameOwner(repository, own)) return [];
  return [`# Its owner has to agree: "accept: [${own}]" in its own .github/minutebook.yml.`];
}

function foreignPart({ foreign }: Guess): string[] {
  if (foreign.length === 0) return [];
  return [
    "# Also mentioned, but of other owners, who have to agree first:",
    `#   ${foreign.slice(0, 10).join(", ")}`,
  ];
}

function seriesPart({ series }: Guess): string[] {
  const remark =
    "# Meetings of another kind in the same repository. The first entry that matches a file applies.";
  if (series.length === 0) {
    return [remark, "# series:", '#   - {minutes: ["**/*-docs.md"], repository: owner/docs}'];
  }
  const lines = series.map(
    ({ minutes, repository }) => `  - {minutes: [${quote(minutes)}], repository: ${repository}}`,
  );
  return [remark, "series:", ...lines];
}

function unknownPart({ unknown }: Guess): string[] {
  if (unknown.length === 0) return [];
  return [
    "# These people own actions, but no login is known for them:",
    ...unknown.map((name) => `#   ${quote(name)}: login`),
  ];
}

function mapping(
  key: string,
  entries: Readonly<Record<string, string>>,
  example: string,
  remarks: Readonly<Record<string, string>> = {},
): string[] {
  const lines = Object.entries(entries).map(([name, value]) => {
    const remark = own(remarks, name);
    return `  ${quote(name)}: ${plain(value)}${remark === undefined ? "" : ` # ${remarkText(remark)}`}`;
  });
  return lines.length === 0 ? [`# ${key}:`, `#   ${example}`] : [`${key}:`, ...lines];
}

/** On one line, whatever a file is called. */
const remarkText = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");

/** Without quotes where YAML reads it as a string anyway. */
function plain(text: string): string {
  const isText = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isText ? text : quote(text);
}

function quote(text: string): string {
  return printableJson(text);
}
