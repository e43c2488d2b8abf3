import * as z from "zod";

const line = z.int().min(1).describe("1-based line of the file.");
const date = z.iso.date().describe("ISO day.");
const topic = z.array(z.string()).describe("Titles of the topics that it is in, outermost first.");
const same = line.nullable().describe("Line where this file says it first, if it is a repetition.");

/** One line of `minutebook inspect --format json`. Fields may be added; these stay. */
export const inspectSchema = z
  .looseObject({
    path: z.string().describe("The file, as named on the command line."),
    title: z.string().nullable().describe("What the minutes call the meeting."),
    date: date.nullable().describe("The day of the meeting."),
    meetings: z
      .array(
        z.looseObject({
          line: line.describe("Of what opens it."),
          date: date.nullable().describe("Its day; null: no year is written."),
        }),
      )
      .describe(
        "The meetings of a file that holds two or more; empty for any other. Nothing is posted from it.",
      ),
    attendees: z.array(
      z.looseObject({
        name: z.string().describe("As written."),
        login: z.string().nullable().describe("GitHub login, where known."),
      }),
    ),
    references: z
      .array(
        z.looseObject({
          line,
          target: z
            .string()
            .regex(/^[^/#]+\/[^/#]+#\d+$/)
            .describe("owner/repo#number"),
          kind: z.enum(["issue", "pull", "discussion", "unknown"]).describe("What the spelling says it is."),
          doubt: z
            .enum(["other-issue-above", "other-list-near", "escaped", "date", "count"])
            .nullable()
            .describe("Why it may mean something else: then no comment is posted for it."),
          topic,
        }),
      )
      .describe("Mentions of issues, pull requests and discussions; one per line and target."),
    milestones: z
      .array(
        z.looseObject({
          line,
          title: z.string().describe("The milestone's title."),
          repository: z.string().describe("owner/repo"),
          outcome: z
            .enum(["in", "slipped", "out"])
            .nullable()
            .describe("What the sentence settles: it goes in, slipped to it, or stays out of it."),
          topic,
        }),
      )
      .describe("Mentions of releases that are milestones; one per line and title."),
    actions: z
      .array(
        z.looseObject({
          line,
          text: z.string().describe("What is to be done, as plain text in one line."),
          owners: z.array(z.string()).describe("As written."),
          logins: z.array(z.string()).describe("Of the owners whose login is known."),
          done: z.boolean(),
          due: date.nullable(),
          implied: z.boolean().describe("No marker says that this is an action."),
          same,
          topic,
        }),
      )
      .describe("What somebody is to do after the meeting."),
    decisions: z
      .array(
        z.looseObject({
          line,
          text: z.string().describe("As plain text in one line."),
          explicit: z.boolean().describe("A word of the notes says that it was settled."),
          same,
          topic,
        }),
      )
      .describe("What the group settled."),
    warnings: z
      .array(
        z.looseObject({
          line,
          code: z.string().describe("Stable, in kebab case: docs/messages.md lists all."),
          values: z
            .record(z.string(), z.union([z.string(), z.number()]))
            .describe("What the message is filled in with."),
          message: z.string().describe("For people, in English. It may change in any version."),
        }),
      )
      .describe("What a person should look at."),
    error: z.string().optional().describe("Why the file could not be read; nothing was found then."),
    errorCode: z.string().optional().describe("The same, stable and in kebab case."),
  })
  .describe("What was read in one file of minutes.");
