import type { Config, ConfigProblem } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { dayIn } from "../../config/time-zone.ts";
import { readConfig } from "../../config/read-config.ts";
import { readingOptions } from "../../config/reading-options.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { readMinutes } from "../../minutes/read.ts";
import { assumedSnapshot } from "../../plan/assumed-snapshot.ts";
import { makePlan, snapshotRequest } from "../../plan/make-plan.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Draft } from "./draft.ts";
import { findHighlights, type Highlight } from "./highlights.ts";

/** What was read in a draft: known before it is planned. */
export interface Reading {
  readonly meeting: Meeting;
  readonly config: Config;
  readonly highlights: readonly Highlight[];
  /** Wrong in the configuration; the defaults are taken then. */
  readonly problems: readonly ConfigProblem[];
}

/** A commit that means "what you typed just now". */
const COMMIT = "0".repeat(40);

/** Reads a draft. */
export function readDraft({ path, minutes, config: text, repository }: Draft): Reading {
  const { config, problems } = readConfig(text, ".github/minutebook.yml");
  const used = config ?? defaultConfig;
  const meeting = readMinutes(path, minutes, readingOptions(used, path, { repository, milestones: null }));
  return { meeting, config: used, highlights: findHighlights(minutes, meeting, null), problems };
}

/**
 * Plans a draft as if it had just been pushed and Minutebook had posted nothing anywhere.
 *
 * @param now - Milliseconds since 1970.
 */
export function planDraft({ path, repository }: Draft, { meeting, config }: Reading, now: number): Plan {
  const files = [{ path, previousPath: null, meeting, previous: null, problem: null }];
  const today = dayIn(config.timeZone, now);
  const request = snapshotRequest({ repository, config, files, today });
  return makePlan({
    today,
    repository: { name: repository, visibility: "public", defaultBranch: "main" },
    commit: COMMIT,
    before: null,
    config,
    files,
    snapshot: assumedSnapshot(request, { config, repository }),
  });
}
