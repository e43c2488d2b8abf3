import type { CheckRun } from "../../github/check-run.ts";
import { BUTTONS } from "./buttons.ts";
import { renderExternalId, type RunOrigin } from "./external-id.ts";

/** Something that was tried again for a day, and is no longer. */
export function reportGivenUp(commit: string, origin: RunOrigin, error: unknown): CheckRun {
  const message = error instanceof Error ? error.message : String(error);
  const fence = "````";
  return {
    commit,
    conclusion: "failure",
    title: "Given up after a day",
    summary: `What is left of this was tried again for a day. The button tries it now, and so does the next push; what was posted stands. What went wrong last:\n\n${fence}\n${message.slice(0, 2000)}\n${fence}`,
    text: "",
    annotations: [],
    buttons: [BUTTONS.retry],
    externalId: renderExternalId(origin),
  };
}
