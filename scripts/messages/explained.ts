import type { Catalog } from "../../src/messages/message.ts";
import { errors } from "../../src/messages/errors.ts";
import { reasons } from "../../src/messages/reasons.ts";
import { actionExplanations } from "./action.ts";
import { commandLineExplanations } from "./command-line.ts";
import { configurationExplanations } from "./configuration.ts";
import type { Entry, Explanation } from "./entry.ts";
import { gitHubExplanations } from "./github.ts";
import { fileExplanations, noticeExplanations, warningExplanations } from "./minutes.ts";
import { appExplanations, pipelineExplanations, storageExplanations } from "./running.ts";

/** The messages that can't explain themselves, by the part of `docs/errors.md` that does it. */
export const explained = {
  configuration: entries(errors.configuration, configurationExplanations),
  minutes: [
    ...entries(reasons.warnings, warningExplanations),
    ...entries(reasons.notices, noticeExplanations),
    ...entries(reasons.files, fileExplanations),
  ],
  github: entries(errors.github, gitHubExplanations),
  commandLine: entries(errors.commandLine, commandLineExplanations),
  action: entries(errors.action, actionExplanations),
  running: [
    ...entries(errors.app, appExplanations),
    ...entries(errors.storage, storageExplanations),
    ...entries(errors.pipeline, pipelineExplanations),
  ],
} as const;

/** In the order of the catalog. */
function entries(
  texts: Catalog,
  explanations: Readonly<Partial<Record<string, Explanation>>>,
): readonly Entry[] {
  return Object.entries(texts).flatMap(([code, text]) => {
    const explanation = explanations[code];
    return explanation === undefined ? [] : [{ code, text, ...explanation }];
  });
}
