import { endRun } from "../../language/text/trim.ts";
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

/**
 * Every finding of a meeting, in the order of the text.
 *
 * @param plan - null: it is not made yet, so that nothing is known to come of any.
 */
export function findHighlights(source: string, meeting: Meeting, plan: Plan | null): readonly Highlight[] {
  const lines = lineStarts(source);
  const steps = indexSteps(plan?.steps ?? []);
  const found = [
    ...meeting.references.map((one): Highlight => {
      const place = findInLine(source, lines, one.line, findReference(one.number));
      return { kind: "reference", ...place, label: one.target, steps: steps.about(one.target) };
    }),
    ...meeting.milestones.map((one): Highlight => {
      const place = findInLine(source, lines, one.line, findWords(one.title));
      const label = `Milestone ${one.title} of ${one.repository}`;
      return { kind: "milestone", ...place, label, steps: steps.milestone(one.title) };
    }),
    ...meeting.actions.map((one): Highlight => {
      const place = wholeLines(source, lines, one.line, one.endLine);
      return { kind: "action", ...place, label: actionLabel(one), steps: steps.issue(one.same ?? one.line) };
    }),
    ...meeting.decisions.map((one): Highlight => {
      const label = one.explicit ? "Decision" : "Possible decision";
      const place = wholeLines(source, lines, one.line, one.endLine);
      return { kind: "decision", ...place, label, steps: one.about.references.flatMap(steps.about) };
    }),
    ...meeting.privateParts.map((one): Highlight => {
      const place = wholeLines(source, lines, one.line, one.endLine);
      return { kind: "private", ...place, label: "Private: not read or quoted", steps: [] };
    }),
    ...meeting.warnings.map((one): Highlight => {
      const place = wholeLines(source, lines, one.line, one.line);
      return { kind: "warning", ...place, label: one.text, steps: [] };
    }),
  ];
  return found
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
}

/** Keys of steps by what they are about. */
interface StepIndex {
  /** Comments on `owner/name#number`. */
  readonly about: (target: string) => readonly string[];
  /** Issues that come of the action on a line. */
  readonly issue: (line: number) => readonly string[];
  /** Notes on a milestone, with or without a `v` before its number. */
  readonly milestone: (title: string) => readonly string[];
}

function indexSteps(all: readonly Step[]): StepIndex {
  const keys = new Map<string, string[]>();
  const add = (name: string, key: string): void => {
    const found = keys.get(name);
    if (found === undefined) keys.set(name, [key]);
    else found.push(key);
  };
  for (const step of all) {
    if (step.kind === "comment") add(aboutName(`${step.target.repository}#${step.target.number}`), step.key);
    else if (step.kind === "issue") add(`issue ${step.origin?.line}`, step.key);
    else if (step.kind === "milestone") add(milestoneName(step.title), step.key);
  }
  const find = (name: string): readonly string[] => keys.get(name) ?? [];
  return {
    about: (target) => find(aboutName(target)),
    issue: (line) => find(`issue ${line}`),
    milestone: (title) => find(milestoneName(title)),
  };
}

const aboutName = (target: string): string => `about ${target.toLowerCase()}`;
const milestoneName = (title: string): string => `milestone ${title.toLowerCase().replace(/^v(?=\d)/, "")}`;

function actionLabel({ owners, due, done, implied }: Meeting["actions"][number]): string {
  const who = owners.length === 0 ? "nobody named" : owners.join(", ");
  const state = [done ? "done" : null, due === null ? null : `due ${due}`].filter((part) => part !== null);
  return [implied ? "Possible action" : "Action", who, ...state].join(" · ");
}

/** Where something is in a line. null: nowhere. */
type Find = (line: string) => Place | null;

const findWords =
  (words: string): Find =>
  (line) => {
    const from = line.indexOf(words);
    return from === -1 ? null : { from, to: from + words.length };
  };

/** `#12`, `app#12`, `octo-org/app#12`, an address that leads to it, the bare number. */
const findReference =
  (number: number): Find =>
  (line) => {
    for (const { 0: digits, index } of line.matchAll(/\d+/g)) {
      const place = Number(digits) === number ? placeOf(line, index, index + digits.length) : null;
      if (place !== null) return place;
    }
    return null;
  };

function placeOf(line: string, from: number, to: number): Place | null {
  const before = line.slice(0, from);
  const word = endRun(before, /[^\s)>\]]/);
  const scheme = word.search(/https?:\/\//);
  if (before.endsWith("/") && scheme !== -1)
    return { from: from - word.length + scheme, to: to + line.slice(to).search(/[\s)>\]]|$/) };
  if (/^\w/.test(line.slice(to))) return null;
  if (!before.endsWith("#")) return /\w$/.test(before) ? null : { from, to };
  const [owner, name] = endRun(before.slice(0, -1), /[\w./-]/)
    .split("/")
    .slice(-2);
  return { from: from - 1 - [owner, name].filter((part) => part !== undefined).join("/").length, to };
}

function lineStarts(source: string): readonly number[] {
  const starts = [0, 0];
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The first place on a line that fits; the whole line where none does, as in a link behind a definition. */
function findInLine(source: string, lines: readonly number[], line: number, find: Find): Place {
  const whole = wholeLines(source, lines, line, line);
  const place = find(source.slice(whole.from, whole.to));
  return place === null ? whole : { from: whole.from + place.from, to: whole.from + place.to };
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
