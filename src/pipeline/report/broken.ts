import type { CheckRun } from "../../github/check-run.ts";
import { codeBlock, EMPTY, md, raw } from "../../plan/media/markdown.ts";
import { BUTTONS } from "./buttons.ts";
import { causeOf } from "./cause.ts";
import { renderExternalId, type RunOrigin } from "./external-id.ts";

/** Something that no person who writes minutes can mend: GitHub refused to answer, or a mistake of ours. */
export function reportBroken(commit: string, origin: RunOrigin, error: unknown): CheckRun {
  const message = causeOf(error);
  return {
    commit,
    conclusion: "failure",
    title: "These minutes could not be worked on",
    summary: md`Nothing of them was posted. The next push tries again; the button does so now. What happened:\n\n${raw(codeBlock(message.slice(0, 2000)))}`,
    text: EMPTY,
    annotations: [],
    buttons: [BUTTONS.retry],
    externalId: renderExternalId(origin),
  };
}
