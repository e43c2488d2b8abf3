import type { Exclusively, InSpan } from "../github/apply/run.ts";
import type { GitHub } from "../github/port.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Log } from "./log.ts";
import type { Workers } from "./workers/workers.ts";

/** Who reads what people wrote. */
export interface ReadingTools {
  readonly workers: Workers;
  /** Ends the work early. */
  readonly signal: AbortSignal;
}

/** What planning on GitHub works with. */
export interface PlanningTools extends ReadingTools {
  readonly github: GitHub;
  /**
   * The same, under an identity that reads the minutes' repository and whatever is public. Absent: there is none but
   * `github`.
   */
  readonly githubAsPublic?: GitHub;
  readonly ledger: Ledger;
  /** Other hosts whose links mean this GitHub. */
  readonly hostAliases: readonly string[];
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** What planning and applying on GitHub work with. */
export interface PipelineTools extends PlanningTools {
  readonly log: Log;
  /** Whether everybody who can read the minutes' repository can read the log. (Default: operators alone can) */
  readonly isLogPublic?: boolean;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Called for each step that was taken. */
  readonly countStep?: (kind: string, action: string, outcome: string) => void;
  /** Does something unless another job is at the same. Absent: there are no others. */
  readonly exclusively?: Exclusively;
  /** Traces steps. */
  readonly inSpan?: InSpan;
}
