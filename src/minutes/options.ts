import type { RepositoryName } from "./meeting.ts";

/** What the reader has to know about a team's habits. Comes from the configuration; all of it is optional there. */
export interface ReadingOptions {
  /** Where a bare `#123` belongs; null: not known. */
  readonly repository: RepositoryName | null;
  /** Short names of repositories, as written, to `owner/name`. */
  readonly repositories: Readonly<Record<string, RepositoryName>>;
  /** Names as written in the minutes to GitHub logins. */
  readonly people: Readonly<Record<string, string>>;
  /** Titles of milestones, of the file's repository unless given under another. */
  readonly milestones: readonly string[];
  /** Titles of milestones of other repositories, by `owner/name`. */
  readonly milestonesByRepository: Readonly<Record<RepositoryName, readonly string[]>>;
  /** Words that mark an action, besides the built-in spellings. */
  readonly actionMarkers: readonly string[];
  /** Words that mark a decision, besides the built-in spellings. */
  readonly decisionMarkers: readonly string[];
  /** Words in a heading that keep its part private, besides the built-in ones. */
  readonly privateMarkers: readonly string[];
  /**
   * Prefixes of numbers, and the repositories that they are issues of: `EIP` to `ethereum/EIPs`; null: of another
   * tracker.
   */
  readonly prefixes: Readonly<Record<string, RepositoryName | null>>;
  /** Hosts of GitHub whose URLs are references. Default: `github.com`. */
  readonly hosts: readonly string[];
}

/** Options of a team that configured nothing. */
export const defaultReadingOptions: ReadingOptions = {
  repository: null,
  repositories: {},
  people: {},
  milestones: [],
  milestonesByRepository: {},
  actionMarkers: [],
  decisionMarkers: [],
  privateMarkers: [],
  prefixes: {},
  hosts: ["github.com"],
};
