import * as z from "zod";
import { defaultConfig as defaults } from "./defaults.ts";
import { markers, repository, template, text } from "./schema-values.ts";

/** The sections of the configuration that a series of meetings may have of its own. */

export const comments = z
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

export const actions = z
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

export const labels = z
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
  .describe("Labels of the issues that the minutes mention.");

export const limits = z
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
  .describe("If a push exceeds these, the plan waits for approval on the check run.");

type Given<Schema> = Schema extends z.ZodDefault<infer Inner> ? z.ZodOptional<Inner> : Schema;

/** A section for one series: the same keys, and without defaults, as those for all minutes are the default. */
export function ownSection<Shape extends z.core.$ZodShape>(
  section: z.ZodPrefault<z.ZodObject<Shape, z.core.$strict>>,
): z.ZodOptional<z.ZodObject<{ [Key in keyof Shape]: Given<Shape[Key]> }, z.core.$strict>> {
  const keys = Object.entries(section.unwrap().shape).map(([key, schema]) => [key, withoutDefault(schema)]);
  const shape = Object.fromEntries(keys) as { [Key in keyof Shape]: Given<Shape[Key]> };
  return z.strictObject(shape).optional() as ReturnType<typeof ownSection<Shape>>;
}

function withoutDefault(schema: z.core.$ZodType): z.core.$ZodType {
  if (!(schema instanceof z.ZodDefault)) return schema;
  const { description = "" } = schema;
  return (schema.unwrap() as z.ZodType).optional().describe(description);
}
