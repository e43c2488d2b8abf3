import { gitHubMessage } from "../../messages/github-errors.ts";
import { UnansweredError } from "../read-answer.ts";

/** Something is no longer what the plan was made from: it has to be planned again, and is with the next try. */
export function changedMeanwhile(what: string): UnansweredError {
  return new UnansweredError(gitHubMessage("changed-meanwhile", { what }));
}
