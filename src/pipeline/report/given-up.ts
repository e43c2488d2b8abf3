import type { CheckRun } from "../../github/check-run.ts";
import { codeBlock, EMPTY, md, raw } from "../../plan/media/markdown.ts";
import { BUTTONS } from "./buttons.ts";
import { causeOf } from "./cause.ts";
import { renderExternalId, type RunOrigin } from "./external-id.ts";

/** Why something is not tried again: it failed for a day, or it takes down the process that tries it. */
export type GivenUpAfter = "a day" | "ending the app";

const TEXTS = {
  "a day": {
    title: "Gave up after a day",
    summary:
      "Minutebook retried for a day. To retry now, press the button or push again; existing posts are unchanged. Last error:",
  },
  "ending the app": {
    title: "Gave up: the app crashed while processing this",
    summary:
      "Minutebook doesn't retry this by itself. Existing posts are unchanged. Change the minutes listed here and push again, or press the button. What happened:",
  },
} as const;

/** Something that is not tried again by itself. */
export function reportGivenUp(
  commit: string,
  origin: RunOrigin,
  error: unknown,
  after: GivenUpAfter = "a day",
): CheckRun {
  const message = causeOf(error);
  return {
    commit,
    conclusion: "failure",
    title: TEXTS[after].title,
    summary: md`${TEXTS[after].summary}\n\n${raw(codeBlock(message.slice(0, 2000)))}`,
    text: EMPTY,
    annotations: [],
    buttons: [BUTTONS.retry],
    externalId: renderExternalId(origin),
  };
}
