import * as z from "zod";
import { defaultConfig as defaults } from "./defaults.ts";
import { actions, comments, labels, limits, ownSection } from "./schema-sections.ts";
import {
  accepted,
  globs,
  login,
  markers,
  repository,
  repositoryOrNone,
  text,
  timeZone,
} from "./schema-values.ts";

const MAX_SERIES = 50;

const releases = z
  .strictObject({
    "note-on-milestone": z
      .boolean()
      .default(defaults.releases.noteOnMilestone)
      .describe("Whether a milestone's description lists the meetings that mentioned it."),
    "assign-milestone": z
      .boolean()
      .default(defaults.releases.assignMilestone)
      .describe("Whether an issue that a decision assigns to a release gets its milestone."),
    "create-milestone": z
      .boolean()
      .default(defaults.releases.createMilestone)
      .describe(
        "Whether a missing milestone is created if the minutes mention it and `milestones` lists its title.",
      ),
  })
  .prefault({})
  .describe("Releases that the minutes mention.");

const series = z
  .strictObject({
    minutes: globs
      .describe("Globs of this series' files, among the minutes.")
      .meta({ examples: [["**/*-docs.md"]] }),
    repository: repository
      .optional()
      .describe("Where `#123`, versions and actions of this series belong. Default: as for all minutes.")
      .meta({ examples: ["octo-org/docs"] }),
    comments: ownSection(comments)
      .describe("As `comments`, for this series.")
      .meta({ examples: [{ when: "decided" }] }),
    actions: ownSection(actions)
      .describe("As `actions`, for this series.")
      .meta({ examples: [{ repository: "octo-org/docs-tasks" }] }),
    labels: ownSection(labels)
      .describe("As `labels`, for this series.")
      .meta({ examples: [{ only: ["docs"] }] }),
    limits: ownSection(limits)
      .describe("As `limits`, for this series, whose posts are counted apart.")
      .meta({ examples: [{ comments: 10 }] }),
  })
  .describe("Meetings of another kind in the same repository.");

/** `.github/minutebook.yml` as people write it: keys in kebab case, each optional. */
export const configSchema = z
  .strictObject({
    minutes: globs
      .default([...defaults.minutes])
      .describe(
        "Globs of the files that are minutes, compared without case; with `!` before it, of files that are not.",
      )
      .meta({ examples: [["meetings/**/*.md", "!meetings/agenda.md"]] }),
    repository: repository
      .optional()
      .describe("Where `#123`, versions and actions belong. Default: the minutes' own repository.")
      .meta({ examples: ["octo-org/app"] }),
    repositories: z
      .record(text, repository)
      .default({})
      .describe("Short names of repositories; with `repository` also the only ones that may be posted to.")
      .meta({ examples: [{ docs: "octo-org/docs" }] }),
    people: z
      .record(text, login)
      .default({})
      .describe("Names in the minutes and their GitHub logins. Attendee lists add more of them.")
      .meta({ examples: [{ Mona: "octocat" }] }),
    milestones: z
      .array(text)
      .default([])
      .describe(
        "Titles of milestones, for `create-milestone` and for reading offline: without GitHub only these are recognized. With GitHub, the others are read from there.",
      )
      .meta({ examples: [["1.0", "1.1"]] }),
    series: z
      .array(series)
      .max(MAX_SERIES)
      .default([])
      .describe("Meetings of other kinds. The first entry that matches a file applies.")
      .meta({ examples: [[{ minutes: ["**/*-docs.md"], repository: "octo-org/docs" }]] }),
    "time-zone": timeZone
      .default(defaults.timeZone)
      .describe(
        "The team's time zone. Minutes dated after today are an agenda, and nothing is posted for them.",
      )
      .meta({ examples: ["Pacific/Auckland"] }),
    mode: z
      .enum(["auto", "review", "off"])
      .default(defaults.mode)
      .describe("auto: post on push; review: wait for approval on the check run; off: post nothing."),
    comments,
    actions,
    decisions: z
      .strictObject({
        markers: markers
          .default([...defaults.decisions.markers])
          .describe("Words that mark a decision, besides the built-in spellings.")
          .meta({ examples: [["RESOLVED", "DECISION", "AGREED", "BESCHLUSS"]] }),
      })
      .prefault({})
      .describe("Decisions in the minutes."),
    releases,
    labels,
    private: z
      .strictObject({
        markers: markers
          .default([])
          .describe("Words that keep a part private, in a heading or on a line, besides the built-in ones.")
          .meta({ examples: [["vertraulich"]] }),
      })
      .prefault({})
      .describe("Parts of the minutes that are never read or quoted."),
    prefixes: z
      .record(text, repositoryOrNone)
      .default({})
      .describe(
        'Prefixes of numbers, and the repository of these issues, or `none` for another tracker. The prefix `"#"` means every bare number. See [numbers of other trackers](#numbers-of-other-trackers).',
      )
      .meta({ examples: [{ RFC: "octo-org/rfcs", Bug: "none" }] }),
    limits,
    accept: z
      .array(accepted)
      .default([])
      .describe(
        "In a target repository: minutes repositories of other owners that may post here. With GitHub's id, nobody else can take over the name.",
      )
      .meta({ examples: [["other-org/minutes"]] }),
    "trust-templates": z
      .array(accepted)
      .default([])
      .describe(
        "In a target repository: minutes repositories whose templates are posted here unchanged, with mentions, references and HTML.",
      )
      .meta({ examples: [["octo-org/minutes"]] }),
    "quote-private": z
      .boolean()
      .default(defaults.quotePrivate)
      .describe(
        "Whether minutes may be quoted where more people can read them than the minutes. Both sides must say so.",
      ),
  })
  .describe("How Minutebook reads and posts a repository's meeting minutes.");

/** What a valid configuration file holds, with the defaults filled in. */
export type ConfigFile = z.output<typeof configSchema>;
