import type { Exclusively, InSpan } from "../github/apply/run.ts";
import type { GitHub } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Log } from "./log.ts";

/** What planning and applying on GitHub work with. */
export interface PipelineTools {
  readonly github: GitHub;
  /** The same, under an identity that reads the minutes' repository and whatever is public. Absent: there is none but `github`. */
  readonly githubAsPublic?: GitHub;
  readonly ledger: Ledger;
  readonly log: Log;
  /** Whether everybody who can read the minutes' repository can read the log. (Default: operators alone can) */
  readonly isLogPublic?: boolean;
  readonly signal: AbortSignal;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told of each step that was taken. */
  readonly countStep?: (kind: string, action: string, outcome: string) => void;
  /** Does something unless another job is at the same. Absent: there are no others. */
  readonly exclusively?: Exclusively;
  /** Traces steps. */
  readonly inSpan?: InSpan;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
}
