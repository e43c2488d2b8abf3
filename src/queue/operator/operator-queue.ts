import { z } from "zod";
import { type Job, jobSchema } from "../job.ts";
import type { DurableQueue } from "../queue.ts";

/** What an operator may ask of the queue while the app runs. */
export type OperatorQueue = Pick<DurableQueue, "add" | "count" | "listDead" | "replay">;

/** A request to the process that owns the data folder: a POST of one of these as JSON. */
export const requestSchema = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("count") }),
  z.object({ ask: z.literal("listDead") }),
  z.object({ ask: z.literal("replay"), ids: z.array(z.string()) }),
  z.object({ ask: z.literal("add"), job: jobSchema.refine(isByHand) }),
]);

export type OperatorRequest = z.infer<typeof requestSchema>;

/** Only these are started by hand; everything else comes from GitHub. */
function isByHand({ cause }: Job): boolean {
  return cause === "backfill" || cause === "undo";
}
