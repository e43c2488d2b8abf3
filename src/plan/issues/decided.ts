import type { Message } from "../../messages/message.ts";
import type { StepAction } from "../plan.ts";

/** An action goes from the minutes with their file, or by an edit. */
export type GoneBy = "file" | "edit";

/** What is to become of an action's issue, and why. */
export interface Decided {
  readonly action: StepAction;
  readonly reason: Message;
  readonly stateReason: "completed" | "not_planned" | null;
  readonly done: boolean;
  /** The minutes no longer have the action. */
  readonly gone: boolean;
  readonly goneBy?: GoneBy;
  /** Nothing of what they said may be left. */
  readonly isTakenBack?: boolean;
  /** It would be closed, were people not to do that. */
  readonly isKeptOpen?: boolean;
}
