import type { LinkDefinition, LineRange, Reference, RepositoryName } from "../../minutes/meeting.ts";
import type { LinkBase } from "../links.ts";

/** What a quote has to know besides its own text. */
export interface QuoteContext {
  readonly base: LinkBase;
  /** The path of the minutes. */
  readonly path: string;
  /** Where the quote is posted. Links to issues of other repositories are kept from making a backlink there. */
  readonly target: RepositoryName;
  readonly references: readonly Pick<Reference, "line" | "number" | "repository">[];
  readonly definitions: readonly LinkDefinition[];
  readonly privateParts: readonly LineRange[];
}
