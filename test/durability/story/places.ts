/** The repositories of a story. */

/** One repository of minutes, and what its minutes may mention. */
export interface Place {
  readonly minutes: string;
  /** As the minutes write it. */
  readonly targets: readonly string[];
  /** Those of `targets` that may be sent to a release. */
  readonly releasable: readonly string[];
  readonly releases: readonly string[];
  /** The configuration's lines that never change. null: there is no configuration. */
  readonly configuration: string | null;
}

export const ORCHARD = "grove/orchard";
export const CELLAR = "grove/cellar";
export const NOTES = "mill/notes";

const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `#${index + 1}`);

/** A discussion and a pull request follow the issues. */
export const ORCHARD_ISSUES = 12;
export const ORCHARD_DISCUSSION = 13;
export const ORCHARD_PULL = 14;
export const CELLAR_ISSUES = 5;
export const NOTES_ISSUES = 6;

const versions = (major: number): readonly string[] =>
  Array.from({ length: 10 }, (_, minor) => `${major}.${minor}`);

export const PLACES: readonly Place[] = [
  {
    minutes: "grove/minutes",
    targets: [...numbers(ORCHARD_PULL), ...numbers(CELLAR_ISSUES).map((name) => `${CELLAR}${name}`)],
    releasable: numbers(ORCHARD_ISSUES),
    releases: versions(4),
    configuration: `repository: ${ORCHARD}
repositories: {cellar: ${CELLAR}}
people: {Quince: quince, Medlar: medlar}
limits: {comments: 500, issues: 500}
`,
  },
  {
    minutes: "grove/board",
    targets: [...numbers(CELLAR_ISSUES), ...numbers(ORCHARD_ISSUES).map((name) => `${ORCHARD}${name}`)],
    releasable: numbers(CELLAR_ISSUES),
    releases: versions(7),
    configuration: `repository: ${CELLAR}
repositories: {orchard: ${ORCHARD}}
people: {Quince: quince, Medlar: medlar}
limits: {comments: 500, issues: 500}
`,
  },
  {
    minutes: NOTES,
    targets: numbers(NOTES_ISSUES),
    releasable: numbers(NOTES_ISSUES),
    releases: [],
    configuration: null,
  },
];

const MOVED = "elsewhere";

/** What a repository of minutes is called for a while. */
export function movedName(minutes: string): string {
  return `${minutes}${MOVED}`;
}

/** By their first names alone: whatever the repositories of minutes in a text are called just now. */
export function firstNames(text: string): string {
  return text.replaceAll(MOVED, "");
}
