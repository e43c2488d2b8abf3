import type { commandLineErrors } from "../../src/messages/command-line-errors.ts";
import type { Explanations } from "./entry.ts";

export const commandLineExplanations: Explanations<typeof commandLineErrors> = {
  "no-repository": {
    because: "there is no git remote `origin`, and the configuration names no repository",
    remedy: "add the option",
  },
  "invalid-configuration-on-github": {
    because: "the configuration on GitHub applies, not the one on disk",
    remedy: "fix it and push it",
  },
};
