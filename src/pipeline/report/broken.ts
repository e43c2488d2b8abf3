import type { CheckRun } from "../../github/check-run.ts";
import { codeBlock, EMPTY, md, raw } from "../../plan/media/markdown.ts";
import { BUTTONS } from "./buttons.ts";
import { causeOf } from "./cause.ts";
import { renderExternalId, type RunOrigin } from "./external-id.ts";

/** Something that nobody who writes minutes can fix: GitHub refused to answer, or an error in Minutebook. */
export function reportBroken(commit: string, origin: RunOrigin, error: unknown): CheckRun {
  const message = causeOf(error);
  return {
    commit,
    conclusion: "failure",
    title: "Minutebook couldn't process these minutes",
    summary: md`Nothing was posted. The next push tries again; to retry now, press the button. What happened:\n\n${raw(codeBlock(message.slice(0, 2000)))}`,
    text: EMPTY,
    annotations: [],
    buttons: [BUTTONS.retry],
    externalId: renderExternalId(origin),
  };
}
