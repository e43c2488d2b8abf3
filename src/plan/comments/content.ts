import type { Decision, Meeting, Reference } from "../../minutes/meeting.ts";
import type { KnownRepository } from "../snapshot.ts";
import type { MinutesName } from "../targets/accept.ts";
import type { LinkBase } from "../links.ts";
import type { AlreadySaid } from "./news.ts";

/** Everything that the comment on one issue says. */
export interface CommentContent {
  readonly meeting: Meeting;
  /** Where the comment is. */
  readonly target: KnownRepository;
  /** Of the issue; "" where it is not known. */
  readonly title: string;
  /** All mentions of the issue in the file, in the order of their lines; never empty. */
  readonly references: readonly Reference[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly CommentAction[];
  /** What is not quoted: it is known on the thread, or in the bullets. */
  readonly alreadySaid: AlreadySaid;
}

/** An action that came out of a discussion. */
export interface CommentAction {
  readonly title: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly done: boolean;
  /** It is over although nobody did it. */
  readonly dropped: boolean;
  readonly line: number;
  /** The step of its issue; null: it has none. */
  readonly key: string | null;
  readonly url: string | null;
}

/** How a body is rendered: as it is posted, or for its hash. */
export interface Rendering {
  readonly base: LinkBase;
  /** For the hash: links without commit and lines, issues by their keys alone. */
  readonly forHash: boolean;
  readonly template: string;
  readonly minutes: MinutesName;
}
