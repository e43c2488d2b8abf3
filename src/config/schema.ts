import * as z from "zod";
import { configProblem, type configProblems } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import { defaultConfig as defaults } from "./defaults.ts";
import { findGlobProblem, findListProblem } from "./glob-limits.ts";
import { findUnknownTokens, listTokens, type TemplateKind } from "./template-tokens.ts";
import { REPOSITORY_NAME } from "../minutes/repository-name.ts";
import { ACCEPTED_NAME, LOGIN } from "./names.ts";

/** How long one text in the configuration may be, but for templates. */
const MAX_TEXT = 200;

/** Each file of a push is compared with each glob. */
const MAX_GLOBS = 100;
const MAX_SERIES = 50;

/** What a check says instead of a text: the code of its problem. `schema-problems.ts` makes the message. */
const code = (problem: keyof typeof configProblems) => problem;

/** A longer text isn't looked at any further. */
const text = z.string().min(1, code("empty-text")).max(MAX_TEXT, { abort: true });

const repository = z
  .string()
  .regex(REPOSITORY_NAME, code("not-a-repository"))
  .meta({ examples: ["octo-org/octo-repo"] });

/** What the numbers of another tracker belong to. */
export const NONE = "none";
const repositoryOrNone = z
  .string()
  .regex(new RegExp(`^${NONE}$|${REPOSITORY_NAME.source}`), code("not-a-repository-or-none"));

const accepted = z
  .string()
  .regex(ACCEPTED_NAME, code("not-an-accepted-repository"))
  .meta({ examples: ["octo-org/octo-repo", "octo-org/octo-repo@1296269"] });

const login = z.string().regex(LOGIN, code("not-a-login"));

const glob = text.regex(/^(?!.*[@?*+!]\()(?!.*\/\/)/, code("not-a-glob")).check(refusing(findGlobProblem));

const globs = z
  .array(glob)
  .min(1, code("empty-globs"))
  .max(MAX_GLOBS, { abort: true })
  .check(refusing(findListProblem));

/** A check that says itself why a value is refused. */
function refusing<T>(findProblem: (value: T) => Message | undefined) {
  return ({ value, issues }: z.core.ParsePayload<T>): void => {
    const problem = findProblem(value);
    if (problem !== undefined) issues.push({ code: "custom", params: { problem }, input: value });
  };
}

const markers = z.array(text).max(50);
/** A text of a team's own. What its tokens mean belongs to planning. */
const template = (kind: TemplateKind, example: string) =>
  z
    .string()
    .min(1)
    .max(20_000, { abort: true })
    .superRefine((value, context) => {
      for (const token of findUnknownTokens(value, kind)) {
        const problem = configProblem("unknown-template-token", {
          token: `{{${token}}}`,
          known: listTokens(kind),
        });
        context.addIssue({ code: "custom", params: { problem } });
      }
    })
    .optional()
    .describe(`Your own text instead of the built-in one, with these tokens: ${listTokens(kind)}.`)
    .meta({ examples: [example] });

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
    assign: z
      .boolean()
      .default(defaults.actions.assign)
      .describe("Whether owners whose login is known are assigned."),
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
