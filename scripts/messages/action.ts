import type { actionErrors } from "../../src/messages/action-errors.ts";
import type { Explanations } from "./entry.ts";

export const actionExplanations: Explanations<typeof actionErrors> = {
  "invalid-from-input": { because: "branches and short ids can move", remedy: "write the full commit id" },
  "no-token-input": {
    because: "`token` is often a secret that isn't set",
    remedy: "set the secret, or remove the input",
  },
};
