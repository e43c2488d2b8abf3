import * as z from "zod";
import { defaultConfig as defaults } from "./defaults.ts";
import {
  accepted,
  globs,
  login,
  markers,
  repository,
  repositoryOrNone,
  template,
  text,
} from "./schema-values.ts";

const MAX_SERIES = 50;

const comments = z
  .strictObject({
    enabled: z
      .boolean()
      .default(defaults.comments.enabled)
      .describe("Whether issues and pull requests that minutes mention get a comment."),
    when: z
      .enum(["discussed", "decided", "mentioned"])
      .default(defaults.comments.when)
      .describe(
        "discussed: the minutes say something about it; decided: only decisions and actions; mentioned: each mention.",
      ),
    style: z
      .enum(["thread", "meeting"])
      .default(defaults.comments.style)
      .describe(
        "thread: if nobody has written since the last comment and the meeting has no decision or action about it, it is added to that comment, which notifies nobody; meeting: each meeting posts its own comment.",
      ),
    closed: z
      .enum(["decided", "always", "never"])
      .default(defaults.comments.closed)
      .describe(
        "Whether an issue that was closed before the meeting gets a comment. decided: only for decisions and actions.",
      ),
    unreferenced: z
      .enum(["delete", "keep"])
      .default(defaults.comments.unreferenced)
      .describe("What happens to a comment if the minutes no longer mention its issue, or were deleted."),
    template: template("comment", "{{intro}}\n\n{{decisions}}\n\n{{excerpt}}"),
  })
  .prefault({})
  .describe("Comments on the issues, pull requests and discussions that minutes mention.");

const actions = z
  .strictObject({
    enabled: z
      .boolean()
      .default(defaults.actions.enabled)
      .describe("Whether actions in the minutes become issues."),
    repository: repository
      .optional()
      .describe("Where actions become issues. Default: the repository that the minutes are about.")
      .meta({ examples: ["octo-org/tasks"] }),
    labels: z
      .array(text)
      .max(20)
      .default([...defaults.actions.labels])
      .describe("Labels of the issues, created if they do not exist.")
      .meta({ examples: [["meeting", "todo"]] }),
    type: text
      .optional()
      .describe(
        "Issue type of new issues. If the owner of the repository has no such type, the check run says so.",
      )
      .meta({ examples: ["Task"] }),
    assign: z
      .boolean()
      .default(defaults.actions.assign)
      .describe("Whether owners whose login is known are assigned."),
    close: z
      .enum(["always", "done", "never"])
      .default(defaults.actions.close)
      .describe(
        "What closes an issue. always: actions that are done, dropped or removed; done: only those marked as done or dropped; never: only people close issues.",
      ),
    markers: markers
      .default([...defaults.actions.markers])
      .describe("Words that mark an action, besides the built-in spellings.")
      .meta({ examples: [["TODO", "ACTION", "AI", "AUFGABE"]] }),
    implied: z
      .boolean()
      .default(defaults.actions.implied)
      .describe("Whether actions without a marker are opened as issues too."),
    "write-back": z
      .enum(["off", "pull-request"])
      .default(defaults.actions.writeBack)
      .describe(
        "Whether a pull request adds the links of the issues to the minutes, and ticks what is done.",
      ),
    template: template("issue", "{{intro}}\n\n{{facts}}\n\n{{excerpt}}"),
  })
  .prefault({})
  .describe("Issues for the actions (TODOs) of the minutes.");

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
    actions: z
      .strictObject({
        repository: repository
          .optional()
          .describe("Where the actions of this series become issues.")
          .meta({ examples: ["octo-org/docs-tasks"] }),
      })
      .optional(),
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
    labels: z
      .strictObject({
        "remove-when-discussed": z
          .array(text)
          .default([])
          .describe("Labels that are removed from an issue once its comment is posted, such as the agenda's.")
          .meta({ examples: [["agenda"]] }),
        quiet: z
          .array(text)
          .max(20)
          .default([...defaults.labels.quiet])
          .describe("Issues with one of these labels get no comments.")
          .meta({ examples: [["no-minutes", "invalid"]] }),
        only: z
          .array(text)
          .max(20)
          .default([])
          .describe("If set, only issues with one of these labels get comments.")
          .meta({ examples: [["agenda"]] }),
      })
      .prefault({})
      .describe("Labels of the issues that the minutes mention."),
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
    limits: z
      .strictObject({
        comments: z
          .int()
          .min(0)
          .max(10_000)
          .default(defaults.limits.comments)
          .describe("Comments per push.")
          .meta({ examples: [20] }),
        issues: z
          .int()
          .min(0)
          .max(10_000)
          .default(defaults.limits.issues)
          .describe("Issues per push.")
          .meta({ examples: [10] }),
      })
      .prefault({})
      .describe("If a push exceeds these, the plan waits for approval on the check run."),
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
