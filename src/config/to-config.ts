import type { Config } from "./config.ts";
import type { ConfigFile } from "./schema.ts";
import { NONE } from "./schema-values.ts";

/** The configuration as the code wants it, from the file as people write it. */
export function toConfig(file: ConfigFile): Config {
  const { comments, actions } = file;
  return {
    minutes: file.minutes,
    repository: file.repository ?? null,
    repositories: file.repositories,
    people: file.people,
    milestones: file.milestones,
    series: file.series.map((series) => ({
      minutes: series.minutes,
      repository: series.repository ?? null,
      comments: inCamelCase(series.comments ?? {}),
      actions: inCamelCase(series.actions ?? {}),
      labels: inCamelCase(series.labels ?? {}),
      limits: inCamelCase(series.limits ?? {}),
    })),
    timeZone: file["time-zone"],
    mode: file.mode,
    comments: { ...inCamelCase(comments), template: comments.template ?? null },
    actions: {
      ...inCamelCase(actions),
      repository: actions.repository ?? null,
      type: actions.type ?? null,
      template: actions.template ?? null,
    },
    decisions: file.decisions,
    releases: inCamelCase(file.releases),
    labels: inCamelCase(file.labels),
    private: file.private,
    prefixes: Object.fromEntries(
      Object.entries(file.prefixes).map(([prefix, name]) => [prefix, name === NONE ? null : name]),
    ),
    limits: file.limits,
    accept: file.accept,
    trustTemplates: file["trust-templates"],
    quotePrivate: file["quote-private"],
  };
}

type CamelCase<Key> = Key extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<CamelCase<Rest>>}`
  : Key;

/** The keys that are given, as code writes them: `writeBack` for `write-back`. */
type InCamelCase<Section> = { [Key in keyof Section as CamelCase<Key>]: Exclude<Section[Key], undefined> };

function inCamelCase<Section extends object>(section: Section): InCamelCase<Section> {
  const given = Object.entries(section).filter(([, value]) => value !== undefined);
  const named = given.map(([key, value]) => [
    key.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(named) as InCamelCase<Section>;
}
