import type { Action, Decision, Meeting, Reference } from "../../minutes/meeting.ts";
import type { PlannedIssue } from "../issues/plan-issues.ts";
import type { IssueStep } from "../plan.ts";
import { isMoreSecret } from "../targets/consent.ts";
import type { KnownRepository, KnownThread, Visibility } from "../snapshot.ts";
import type { CommentAction, CommentContent } from "./content.ts";
import { isFormality } from "./formality.ts";
import { isKnown, type SaidBefore } from "./news.ts";
import { keptDecision } from "./sections.ts";

/** What a meeting settled, by what it is about: gathered once, and asked for by each of its comments. */
export interface Gathered {
  readonly meeting: Meeting;
  readonly decisions: About<Decision>;
  readonly actions: About<GatheredAction>;
}

/** Findings in the order of their lines, by the issues that they are about; names in lower case. */
type About<T> = ReadonlyMap<string, readonly (readonly [index: number, finding: T])[]>;

interface GatheredAction {
  readonly action: Action;
  readonly done: boolean;
  readonly dropped: boolean;
  /** null: the plan has no step for it, as where issues are switched off. */
  readonly step: IssueStep | null;
  /** Who can read its issue; null: there is none. */
  readonly visibility: Visibility | null;
}

/** @param issues - All that the plan has, of this meeting and of others. */
export function gatherMeeting(meeting: Meeting, issues: readonly PlannedIssue[]): Gathered {
  const planned = issues.flatMap(({ step, actions, visibility }) =>
    actions
      .filter(({ file }) => file.meeting === meeting)
      .map(({ action, done, dropped, again }) => ({
        action,
        done,
        dropped,
        step,
        visibility,
        occurrences: [action, ...again],
      })),
  );
  const known = new Set(planned.flatMap(({ occurrences }) => occurrences));
  const others = meeting.actions
    .filter((action) => !known.has(action) && !action.implied && action.same === null)
    .map((action) => ({
      action,
      done: action.done,
      dropped: action.dropped,
      step: null,
      visibility: null,
      occurrences: [action],
    }));
  const actions = [...planned, ...others].toSorted((one, other) => one.action.line - other.action.line);
  const again = Map.groupBy(meeting.decisions, ({ same }) => same);
  return {
    meeting,
    decisions: byIssue(
      meeting.decisions.filter(({ explicit, same, text }) => explicit && same === null && !isFormality(text)),
      (decision) => [decision, ...(again.get(decision.line) ?? [])],
    ),
    actions: byIssue(actions, ({ occurrences }) => occurrences),
  };
}

/** What a meeting says about one issue that the thread doesn't know yet. */
export function contentOf(
  { meeting, decisions, actions }: Gathered,
  { state: target, thread }: { readonly state: KnownRepository; readonly thread: KnownThread },
  references: readonly Reference[],
  before: SaidBefore,
): CommentContent {
  const names = new Set(references.map((reference) => reference.target.toLowerCase()));
  const newDecisions = findAbout(decisions, names).filter(
    (decision) => !before.decisions.includes(keptDecision(decision)),
  );
  const newActions = findAbout(actions, names).filter((action) => !isKnown(newsOf(action), before.sentences));
  const bullets = [...newDecisions.map(({ text }) => text), ...newActions.map(newsOf)];
  return {
    meeting,
    target,
    title: thread.title,
    references: withoutAsides(references),
    decisions: newDecisions,
    actions: newActions.map((one) => toCommentAction(one, target)),
    alreadySaid: { known: before.sentences, bullets },
  };
}

/** What mentions it only in passing says nothing about it where others do. */
function withoutAsides(references: readonly Reference[]): readonly Reference[] {
  const named = references.filter(({ isAside = false }) => !isAside);
  return named.length === 0 ? references : named;
}

/** What of an action is news: what is to be done, and that it is over. */
function newsOf({ action, done }: GatheredAction): string {
  return done ? `${action.text} done` : action.text;
}

function byIssue<T>(
  findings: readonly T[],
  occurrencesOf: (finding: T) => readonly (Action | Decision)[],
): About<T> {
  const found = new Map<string, [number, T][]>();
  for (const [index, finding] of findings.entries()) {
    const targets = occurrencesOf(finding).flatMap(({ about }) => about.references);
    for (const name of new Set(targets.map((target) => target.toLowerCase()))) {
      const others = found.get(name);
      if (others === undefined) found.set(name, [[index, finding]]);
      else others.push([index, finding]);
    }
  }
  return found;
}

/** Each finding once, under whichever of its names the issue is called. */
function findAbout<T>(about: About<T>, names: ReadonlySet<string>): readonly T[] {
  const found = new Map([...names].flatMap((name) => about.get(name) ?? []));
  return [...found].toSorted(([one], [other]) => one - other).map(([, finding]) => finding);
}

/** An issue that fewer people can read than the comment is not mentioned there. */
function toCommentAction(
  { action, done, dropped, step, visibility }: GatheredAction,
  target: KnownRepository,
): CommentAction {
  const isShown = visibility !== null && !isMoreSecret(visibility, target.visibility);
  const issue = !isShown || step === null || step.action === "skip" ? null : step;
  return {
    title: issue === null || issue.title === "" ? action.task : issue.title,
    owners: action.owners,
    due: action.due,
    done,
    dropped,
    line: action.line,
    key: issue?.key ?? null,
    url: issue?.url ?? null,
  };
}
