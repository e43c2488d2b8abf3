import type { Meeting } from "../../minutes/meeting.ts";
import type { Plan, Step } from "../../plan/plan.ts";

export type HighlightKind = "reference" | "milestone" | "action" | "decision" | "private" | "warning";

/** A part of the minutes that was understood, and the step that came of it. */
export interface Highlight {
  readonly kind: HighlightKind;
  /** UTF-16 offsets in the minutes. */
  readonly from: number;
  readonly to: number;
  /** A sentence for people. */
  readonly label: string;
  /** Keys of the plan's steps, most important first; empty where nothing comes of it. */
  readonly steps: readonly string[];
}

/** A line without what merely opens an item: bullets, check boxes, quotes, heading marks. */
const ITEM = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)?(?:\[[ xX]\]\s+)?/;

/** Every finding of a meeting, in the order of the text. */
export function findHighlights(source: string, meeting: Meeting, plan: Plan): readonly Highlight[] {
  const lines = lineStarts(source);
  const found = [
    ...meeting.references.flatMap((one): Highlight[] => {
      const place = findInLine(source, lines, one.line, referenceSpelling(one.number));
      const steps = keysOf(plan, (step) => step.kind === "comment" && isTarget(step.target, one.target));
      return [{ kind: "reference", ...place, label: one.target, steps }];
    }),
    ...meeting.milestones.map((one): Highlight => {
      const place = findInLine(source, lines, one.line, escapeRegExp(one.title));
      const steps = keysOf(plan, (step) => step.kind === "milestone" && step.title.endsWith(one.title));
      return { kind: "milestone", ...place, label: `Milestone ${one.title} of ${one.repository}`, steps };
    }),
    ...meeting.actions.map((one): Highlight => {
      const steps = keysOf(
        plan,
        (step) => step.kind === "issue" && step.origin?.line === (one.same ?? one.line),
      );
      return {
        kind: "action",
        ...wholeLines(source, lines, one.line, one.endLine),
        label: actionLabel(one),
        steps,
      };
    }),
    ...meeting.decisions.map((one): Highlight => {
      const steps = keysOf(
        plan,
        (step) => step.kind === "comment" && one.about.references.some((name) => isTarget(step.target, name)),
      );
      const label = one.explicit ? "Decision" : "Probably a decision: no word says so";
      return { kind: "decision", ...wholeLines(source, lines, one.line, one.endLine), label, steps };
    }),
    ...meeting.privateParts.map((one): Highlight => {
      const place = wholeLines(source, lines, one.line, one.endLine);
      return { kind: "private", ...place, label: "Private: not read, not quoted", steps: [] };
    }),
    ...meeting.warnings.map((one): Highlight => {
      const place = wholeLines(source, lines, one.line, one.line);
      return { kind: "warning", ...place, label: one.message, steps: [] };
    }),
  ];
  return found
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
}

function actionLabel({ owners, due, done, implied }: Meeting["actions"][number]): string {
  const who = owners.length === 0 ? "nobody named" : owners.join(", ");
  const state = [done ? "done" : null, due === null ? null : `due ${due}`].filter((part) => part !== null);
  return [implied ? "Action without a marker" : "Action", who, ...state].join(" · ");
}

function keysOf(plan: Plan, isWanted: (step: Step) => boolean): readonly string[] {
  return plan.steps.filter(isWanted).map(({ key }) => key);
}

function isTarget({ repository, number }: { repository: string; number: number }, target: string): boolean {
  return `${repository}#${number}`.toLowerCase() === target.toLowerCase();
}

function referenceSpelling(number: number): string {
  return `(?:https?://[^\\s)>\\]]*/${number}(?![\\d])[^\\s)>\\]]*|(?:[\\w.-]+/)?[\\w.-]*#${number}\\b|\\b${number}\\b)`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function lineStarts(source: string): readonly number[] {
  const starts = [0, 0];
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The first place on a line that fits; the whole line where none does, as in a link behind a definition. */
function findInLine(source: string, lines: readonly number[], line: number, pattern: string): Place {
  const whole = wholeLines(source, lines, line, line);
  const match = new RegExp(pattern).exec(source.slice(whole.from, whole.to));
  if (match === null) return whole;
  const from = whole.from + match.index;
  return { from, to: from + match[0].length };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function wholeLines(source: string, lines: readonly number[], line: number, endLine: number): Place {
  const start = lines[line] ?? source.length;
  const end = lines[endLine + 1] ?? source.length;
  const text = source.slice(start, end).trimEnd();
  const indent = ITEM.exec(text)?.[0].length ?? 0;
  return { from: start + Math.min(indent, text.length), to: start + text.length };
}
