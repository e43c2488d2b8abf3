import type { From } from "../../pipeline/backfill/from.ts";

/** What `minutebook backfill` is called with. */
export interface BackfillOptions {
  readonly from?: From;
  readonly order: "oldest" | "newest";
  readonly limit?: number;
  readonly dryRun: boolean;
  readonly again: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly app: boolean;
  readonly repository?: string;
}
