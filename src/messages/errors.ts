import { actionErrors } from "./action-errors.ts";
import { appErrors } from "./app-errors.ts";
import { commandLineErrors } from "./command-line-errors.ts";
import { configProblems } from "./config-problems.ts";
import { gitHubErrors } from "./github-errors.ts";
import { httpRefusals } from "./http-refusals.ts";
import { pipelineErrors } from "./pipeline-errors.ts";
import { skippedEvents } from "./skipped-events.ts";
import { storageErrors } from "./storage-errors.ts";

/** Every error and configuration problem, by what it is about. */
export const errors = {
  configuration: configProblems,
  github: gitHubErrors,
  pipeline: pipelineErrors,
  storage: storageErrors,
  app: appErrors,
  http: httpRefusals,
  commandLine: commandLineErrors,
  action: actionErrors,
  skippedEvents,
} as const;
