import docs from "../../fixtures/lantern/minutes/meetings/2026-02-19-docs.md?raw";
import config from "../../fixtures/lantern/minutes/.github/minutebook.yml?raw";
import weekly from "../../fixtures/lantern/minutes/meetings/2026-02-24-weekly.md?raw";
import type { Draft } from "./model/draft.ts";

const repository = "lantern-maps/team";

/** Minutes to begin with, by the name that the page shows. */
export const examples: Readonly<Record<string, Draft>> = {
  "A weekly call": { path: "meetings/2026-02-24-weekly.md", minutes: weekly, config, repository },
  "A meeting about documentation": { path: "meetings/2026-02-19-docs.md", minutes: docs, config, repository },
  "An empty page": {
    path: "meetings/2026-03-03-weekly.md",
    minutes: "# Weekly call, 3 March 2026\n\nPresent: \n\n## Topics\n\n- ",
    config,
    repository,
  },
};
