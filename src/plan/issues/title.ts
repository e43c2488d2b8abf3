import type { Action } from "../../minutes/meeting.ts";
import { cutText } from "../../language/text/cut.ts";
import { pointsBack } from "../../language/clarity.ts";
import { contentWords, wordsOf } from "../../language/content-words.ts";
import { plainText } from "../../language/text/plain-text.ts";
import { subjectOf } from "../../language/subject.ts";

const MAX_TITLE = 120;

/** A longer name of an issue would leave too little of the title. */
const MAX_NUMBER = 50;

/** What a task needs before what it is about. */
const PREPOSITIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:take a |have a )?(?:fresh |quick |closer |another )?look(?: again)?$/i, "at"],
  [/^(?:follow[ -]?up|followup|comment|report back|give (?:an )?update|work|vote|decide)$/i, "on"],
  [/^(?:reply|respond|get back)$/i, "to"],
  [
    new RegExp(
      "^(?:ping|nudge|remind|ask|tell|e-?mail|contact|reach out(?: to)?|talk(?: to| with)?|" +
        "speak(?: to| with)?)(?: [\\p{L}-]+){0,2}$",
      "iu",
    ),
    "about",
  ],
  [/^(?:check|review|investigate|finish|update|fix|discuss|test|read|write|merge|document|explore)$/i, ""],
];

/** "These" are rather the lines above than an issue. */
const POINTS_AT_ONE = /\b(?:it|this|that|there|the (?:issue|pr|pull request|ticket|bug))\b/i;

const MARKER = /^(?:todo|to do|action(?: item)?|ai)\b\W*/i;

const POINTS_AT_END = /\b(?:this|that|it|these|those|them)$/i;

const NOUN_PHRASE = /^(?:the|a|an|our|their|his|her|your|this|that|these|those|all|some|new|any)\s|^“|#\d/i;

/** A sentence, which no preposition can lead to. */
const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|should|can|could|will|would|does|do|did|needs?|wants?|\w+n't)\b/i;

/** What is known of an action besides its own words. */
export interface TitleContext {
  /** Title of the issue that a line mentions, with its number: `“Crash on start” (#12)`. null: none, or not known. */
  readonly issueOn: (line: number) => string | null;
  /** The one issue that the action's topic is about, by its title and number. */
  readonly issueAbout: string | null;
  /** The same by its number alone: `#12`. */
  readonly numberAbout: string | null;
  /** `team meeting, 23 November 2020`. */
  readonly meeting: string;
  /** Lines of actions: they are no context. */
  readonly actionLines: ReadonlySet<number>;
}

/** A title that can be understood by somebody who was not there: at most 120 characters, no Markdown. */
export function titleOf(
  action: Pick<Action, "task" | "isSelfContained" | "owners" | "context" | "topic">,
  context: TitleContext,
): string {
  const { task } = action;
  if (isNameOnly(task, action.owners)) return cutText(titleOfName(action, context), MAX_TITLE);
  const title = action.isSelfContained ? task : joinSubject(task, findSubject(action, task, context));
  const { numberAbout } = context;
  const isClear = numberAbout === null || !pointsBack(title) || /#\d/.test(title);
  if (isClear || numberAbout.length > MAX_NUMBER) return cutText(title, MAX_TITLE);
  // "Deal with it" can be understood only with what "it" is.
  return `${cutText(title, MAX_TITLE - numberAbout.length - 3)} (${numberAbout})`;
}

/** `TODO: Sumana` names who, not what. */
function isNameOnly(task: string, owners: readonly string[]): boolean {
  const names = new Set(owners.flatMap((owner) => wordsOf(owner)));
  return owners.length > 0 && wordsOf(task).every((word) => names.has(word));
}

/** The two nearest topics say best what somebody took on who is merely named. */
function titleOfName(action: Pick<Action, "owners" | "context" | "topic">, context: TitleContext): string {
  const topics = action.topic
    .map(plainText)
    .filter((topic) => !isNameOnly(topic.replace(MARKER, ""), action.owners));
  const inner = topics.at(-1) ?? "";
  const outer = topics.findLast((topic) => contentWords(topic, action.owners).length > 0);
  if (context.issueAbout !== null) return context.issueAbout;
  if (outer === undefined)
    return `Action of ${action.owners.map(plainText).join(", ")} in ${context.meeting}`;
  return outer === inner || !/\p{L}{2}/u.test(inner) ? outer : `${outer}: ${inner}`;
}

function findSubject(
  action: Pick<Action, "owners" | "context" | "topic">,
  task: string,
  context: TitleContext,
): string {
  if (context.issueAbout !== null && POINTS_AT_ONE.test(task)) return context.issueAbout;
  for (const { line, text } of action.context) {
    if (context.actionLines.has(line)) continue;
    const subject = context.issueOn(line) ?? subjectOf(text, action.owners);
    if (subject !== null) return subject;
  }
  if (context.issueAbout !== null) return context.issueAbout;
  for (const topic of action.topic.toReversed()) {
    const subject = subjectOf(topic, action.owners, 1);
    if (subject !== null) return subject;
  }
  return context.meeting;
}

/** Puts what it is about into a task, as a sentence where the words allow it. */
function joinSubject(task: string, subject: string): string {
  if (!/[\p{L}\p{N}]/u.test(task)) return subject;
  // Cut in half, a long task would say less than by itself.
  if (task.length > MAX_TITLE / 2 + 10) return task;
  const shortTask = cutText(task, MAX_TITLE / 2);
  if (NOUN_PHRASE.test(subject) && (subject.startsWith("“") || !SENTENCE.test(subject))) {
    if (POINTS_AT_END.test(shortTask)) return shortTask.replace(POINTS_AT_END, subject);
    const preposition = PREPOSITIONS.find(([verb]) => verb.test(shortTask))?.[1];
    if (preposition !== undefined)
      return [shortTask, preposition, subject].filter((part) => part !== "").join(" ");
  }
  return `${shortTask}: ${subject}`;
}
