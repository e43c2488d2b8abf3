import type { Config } from "./config.ts";
import type { ConfigFile } from "./schema.ts";
import { NONE } from "./schema-values.ts";

/** The configuration as the code wants it, from the file as people write it. */
export function toConfig(file: ConfigFile): Config {
  return {
    minutes: file.minutes,
    repository: file.repository ?? null,
    repositories: file.repositories,
    people: file.people,
    milestones: file.milestones,
    series: file.series.map((series) => ({
      minutes: series.minutes,
      repository: series.repository ?? null,
      actionsRepository: series.actions?.repository ?? null,
    })),
    mode: file.mode,
    comments: {
      enabled: file.comments.enabled,
      when: file.comments.when,
      style: file.comments.style,
      closed: file.comments.closed,
      unreferenced: file.comments.unreferenced,
      template: file.comments.template ?? null,
    },
    actions: {
      enabled: file.actions.enabled,
      repository: file.actions.repository ?? null,
      labels: file.actions.labels,
      type: file.actions.type ?? null,
      assign: file.actions.assign,
      close: file.actions.close,
      markers: file.actions.markers,
      implied: file.actions.implied,
      writeBack: file.actions["write-back"],
      template: file.actions.template ?? null,
    },
    decisions: { markers: file.decisions.markers },
    releases: {
      noteOnMilestone: file.releases["note-on-milestone"],
      assignMilestone: file.releases["assign-milestone"],
      createMilestone: file.releases["create-milestone"],
    },
    labels: {
      removeWhenDiscussed: file.labels["remove-when-discussed"],
      quiet: file.labels.quiet,
      only: file.labels.only,
    },
    private: { markers: file.private.markers },
    prefixes: Object.fromEntries(
      Object.entries(file.prefixes).map(([prefix, name]) => [prefix, name === NONE ? null : name]),
    ),
    limits: file.limits,
    accept: file.accept,
    trustTemplates: file["trust-templates"],
    quotePrivate: file["quote-private"],
  };
}
