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
  "pull-requests-left": {
    because: "GitHub refused one, as the line above says, or it was stopped before",
    remedy:
      "let the token write contents and pull requests in the repository of the minutes, then run it again",
  },
};
