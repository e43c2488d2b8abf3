import type { Config } from "../../config/config.ts";
import { issueReason } from "../../messages/reasons/issue-reasons.ts";
import type { Decided } from "./decided.ts";

/** What is to become of an issue where the team closes some of them by hand (`actions.close`). */
export function withoutClosing(decided: Decided, close: Config["actions"]["close"]): Decided {
  if (decided.action !== "close" || close === "always") return decided;
  const open = { ...decided, action: "update", stateReason: null, isKeptOpen: true } as const;
  if (decided.gone) return { ...open, reason: issueReason("removed-not-closed", { close }) };
  if (close === "done") return decided;
  const reason = issueReason(decided.stateReason === "completed" ? "done-not-closed" : "dropped-not-closed");
  // The marker says done of what was closed for that.
  return { ...open, reason, done: false };
}
