import type { configProblems } from "../../src/messages/config-problems.ts";
import type { Explanations } from "./entry.ts";

export const configurationExplanations: Explanations<typeof configProblems> = {
  "not-an-accepted-repository": {
    because: "an entry of `accept` or `trust-templates` isn't a repository",
    remedy: "`https://api.github.com/repos/owner/name` shows the id",
  },
  "too-many-wildcards": {
    because: "each file of a push is compared with each glob",
    remedy: "split the glob into several",
  },
  "over-budget": {
    because: "reading it took more seconds or memory than one file may take",
    remedy: "shorten it; nothing is posted until then",
  },
};
