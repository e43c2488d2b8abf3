import * as z from "zod";
import type { Plan } from "./plan.ts";

const action = z.enum(["create", "update", "keep", "close", "reopen", "delete", "skip"]);

const milestone = z.object({ number: z.int(), title: z.string() }).readonly();

const message = {
  code: z.string().describe("Stable, in kebab case: docs/messages.md lists all."),
  values: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  text: z.string().describe("For people, in English. It may change in any version."),
};

const base = {
  key: z.string().describe("Made from what the step is about, not from when it was made."),
  action,
  reason: z.object(message).readonly(),
  origin: z
    .object({ path: z.string(), line: z.int().nullable() })
    .readonly()
    .nullable()
    .describe("Where in the minutes the step comes from."),
  confidential: z
    .boolean()
    .optional()
    .describe("Whether it may not be shown to everybody who can read the minutes."),
  remember: z
    .enum(["removing", "gone"])
    .optional()
    .describe(
      "What is remembered: it is to be taken back later, or a person deleted it or takes it back, and it is not posted again.",
    ),
  leaves: z
    .array(z.string())
    .readonly()
    .optional()
    .describe("Keys of files of minutes whose part is taken out."),
};

const comment = z.object({
  ...base,
  kind: z.literal("comment"),
  target: z
    .object({
      repository: z.string(),
      number: z.int(),
      thread: z.enum(["issue", "pull", "discussion"]),
      nodeId: z.string().nullable(),
      title: z.string().nullable(),
      url: z.string().nullable(),
    })
    .readonly(),
  commentId: z.union([z.number(), z.string()]).nullable(),
  commentUrl: z.string().nullable(),
  also: z
    .array(z.string())
    .readonly()
    .optional()
    .describe("Keys of other files of minutes that have a part in the comment and change with it."),
  body: z.string().nullable().describe("Markdown, whole; may hold tokens for issues that the plan opens."),
  says: z
    .object({
      decisions: z.array(z.string()).readonly(),
      actions: z.array(z.string()).readonly(),
      quote: z.string(),
    })
    .readonly()
    .optional()
    .describe("What a new body says, as plain text."),
});

const issue = z.object({
  ...base,
  kind: z.literal("issue"),
  repository: z.string(),
  number: z.int().nullable().describe("null: not open yet."),
  url: z.string().nullable(),
  title: z.string(),
  body: z.string().nullable(),
  labels: z.array(z.string()).readonly(),
  assignees: z.array(z.string()).readonly(),
  known: z
    .array(
      z
        .object({ login: z.string(), name: z.string(), from: z.enum(["configuration", "attendees"]) })
        .readonly(),
    )
    .readonly()
    .optional()
    .describe("Where the minutes' owners have their logins from."),
  milestone: milestone.nullable(),
  type: z.string().optional().describe("GitHub's type of a new issue."),
  stateReason: z.enum(["completed", "not_planned"]).nullable(),
  before: z
    .string()
    .nullable()
    .describe("Hash of Minutebook's part of the text that it was made from; null: it was not open then."),
  says: z
    .object({ owners: z.array(z.string()).readonly(), due: z.string().nullable() })
    .readonly()
    .optional()
    .describe("Owners and due day, as the minutes say them."),
});

const milestoneNote = z.object({
  ...base,
  kind: z.literal("milestone"),
  repository: z.string(),
  number: z.int().nullable().describe("null: to be created."),
  title: z.string(),
  url: z.string().nullable(),
  description: z.string().nullable().describe("The whole description, people's own text included."),
  before: z.string().nullable().describe("The description that it was made from; null: there is none."),
});

const assignMilestone = z.object({
  ...base,
  kind: z.literal("assign-milestone"),
  repository: z.string(),
  number: z.int(),
  milestone,
  before: z.string().nullable().describe("The title of the milestone that the issue has; null: none."),
});

const label = z.object({
  ...base,
  kind: z.literal("label"),
  repository: z.string(),
  name: z.string(),
  color: z.string().regex(/^[0-9a-f]{6}$/),
  description: z.string(),
});

const unlabel = z.object({
  ...base,
  kind: z.literal("unlabel"),
  repository: z.string(),
  number: z.int(),
  label: z.string(),
  after: z.string().nullable().describe("The key of the step that has to be done before."),
});

const step = z.discriminatedUnion("kind", [comment, issue, milestoneNote, assignMilestone, label, unlabel]);

const notice = z.object({
  level: z.enum(["error", "warning", "info"]),
  path: z.string(),
  line: z.int().nullable(),
  ...message,
});

/** A plan that comes from elsewhere: a file, a queue. */
export const planSchema = z
  .object({
    version: z.literal(2),
    repository: z.string().describe("The minutes' repository, owner/name."),
    commit: z.string().describe("The commit that was read."),
    webUrl: z.string().optional().describe("Where GitHub is, without a slash at its end."),
    before: z.string().nullable().describe("The commit that was applied before."),
    approval: z
      .object({ needed: z.boolean(), reason: z.object(message).readonly().nullable() })
      .readonly()
      .describe("Whether apply waits for a person."),
    steps: z.array(step).readonly(),
    notices: z.array(notice).readonly(),
    confidential: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("Repositories of which the minutes' readers are fileAction nothing."),
  })
  .describe(
    "What should be done on GitHub so that it matches the minutes, and what is skipped.",
  ) satisfies z.ZodType<Plan>;
