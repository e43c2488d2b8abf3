import { z } from "zod";

/** GitHub's ids are longer than JavaScript's numbers only where something is wrong. */
const ID = z.union([z.number(), z.bigint()]).transform(Number);

/** What GitHub answers to something that it made or changed. */
export const WRITTEN = z.object({ id: ID, html_url: z.string() });

export const WRITTEN_NUMBERED = WRITTEN.extend({ number: z.number() });

export const WITH_SHA = z.object({ sha: z.string().min(1) });
