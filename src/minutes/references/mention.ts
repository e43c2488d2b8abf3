import type { ReferenceKind, RepositoryName } from "../meeting.ts";

/** A place in a text that names an issue, pull request or discussion. */
export interface Mention {
  readonly offset: number;
  readonly end: number;
  readonly number: number;
  readonly kind: ReferenceKind;
  /** From the mention itself; null for a number alone. */
  readonly repository: RepositoryName | null;
  /** Where the words begin that belong to it (`PR`, `issues`), for what comes before them. */
  readonly start: number;
  /** Only separators are between it and the mention before it, so that it is of the same repository. */
  readonly isListed: boolean;
  /** It is not written: it is between the two ends of a range. */
  readonly isBetween?: boolean;
  /** The configuration says that its prefix is another tracker's. */
  readonly isOthers?: boolean;
  /** It begins with a prefix of the configuration, or is listed behind such a number. */
  readonly isPrefixed?: boolean;
}
