import type { Message } from "../../../messages/message.ts";
import type { Meeting } from "../../../minutes/meeting.ts";
import { printableJson } from "../../../plan/media/json.ts";

/**
 * One line of `minutebook inspect --format json`, described by `docs/inspect.schema.json`. What is read and not in the
 * contract (excerpts, positions of topics) is left out, so that it may change.
 */
export function formatJson(meeting: Meeting): string {
  return `${printableJson(toReading(meeting))}\n`;
}

/** The line of a file that could not be read: nothing was found in it, and why. */
export function formatJsonProblem(path: string, { code, text }: Message): string {
  const nothing = {
    meetings: [],
    attendees: [],
    references: [],
    milestones: [],
    actions: [],
    decisions: [],
    warnings: [],
  };
  return `${printableJson({ path, title: null, date: null, ...nothing, error: text, errorCode: code })}\n`;
}

function toReading(meeting: Meeting): object {
  const { path, title, date, attendees } = meeting;
  return {
    path,
    title,
    date,
    meetings: meeting.meetings,
    attendees: attendees.map(({ name, login }) => ({ name, login })),
    references: meeting.references.map(({ line, target, kind, doubt, topic }) => ({
      line,
      target,
      kind,
      doubt,
      topic,
    })),
    milestones: meeting.milestones.map((milestone) => ({
      line: milestone.line,
      title: milestone.title,
      repository: milestone.repository,
      outcome: milestone.outcome,
      topic: milestone.topic,
    })),
    actions: meeting.actions.map((action) => ({
      line: action.line,
      text: action.text,
      owners: action.owners,
      logins: action.logins,
      done: action.done,
      dropped: action.dropped,
      due: action.due,
      implied: action.implied,
      same: action.same,
      topic: action.topic,
    })),
    decisions: meeting.decisions.map((decision) => ({
      line: decision.line,
      text: decision.text,
      explicit: decision.explicit,
      same: decision.same,
      topic: decision.topic,
    })),
    warnings: meeting.warnings.map(({ line, code, values, text }) => ({ line, code, values, message: text })),
  };
}
