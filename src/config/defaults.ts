import type { Config } from "./config.ts";

/**
 * What holds where nobody configured anything. The only place where defaults are written down: the schema and the
 * documents take them from here.
 */
export const defaultConfig: Config = {
  minutes: [
    "**/*{meeting,minutes,notes}*/**/*.{md,markdown}",
    "**/*{meeting,minutes}*.{md,markdown}",
    "!**/*release*note*/**",
    "!**/{readme,index,contributing}.*",
    "!**/*template*",
    "!**/*template*/**",
    "!**/node_modules/**",
  ],
  repository: null,
  repositories: {},
  people: {},
  milestones: [],
  series: [],
  timeZone: "UTC",
  mode: "auto",
  comments: {
    enabled: true,
    when: "discussed",
    style: "thread",
    closed: "decided",
    unreferenced: "delete",
    template: null,
  },
  actions: {
    enabled: true,
    repository: null,
    labels: ["meeting-action"],
    type: null,
    assign: true,
    close: "always",
    markers: ["TODO", "ACTION", "AI"],
    implied: false,
    writeBack: "off",
    template: null,
  },
  decisions: { markers: ["RESOLVED", "DECISION", "AGREED"] },
  releases: { noteOnMilestone: true, assignMilestone: false, createMilestone: false },
  labels: { removeWhenDiscussed: [], quiet: ["no-minutes"], only: [] },
  private: { markers: [] },
  prefixes: {},
  limits: { comments: 50, issues: 30 },
  accept: [],
  trustTemplates: [],
  quotePrivate: false,
};
