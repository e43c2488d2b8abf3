import { pointsBack } from "../../language/clarity.ts";
import { wordsOf } from "../../language/content-words.ts";
import { shorten } from "../../language/text/shorten.ts";
import { titleText } from "../../language/text/title-text.ts";
import { trimEnd, withoutReferences } from "../../language/text/trim.ts";
import { beginsWithWork, type Clarity, clarityOf, specificWords } from "../../language/understood.ts";
import { isNounPhrase } from "../../language/verb-phrase.ts";
import type { Action } from "../../minutes/meeting.ts";
import type { TitleContext } from "./title-context.ts";
import { findSubject, SENTENCE } from "./title-subject.ts";

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

const MARKER = /^(?:todo|to do|action(?: item)?|ai)\b\W*/i;

const POINTS_AT_END = /\b(?:this|that|it|these|those|them)$/i;

/** `Update it to …`: the verb and the pronoun behind it. */
const POINTS_IN_MIDDLE = /^\p{L}+ (?:it|them|this|these)(?= (?:to|in|on|for|with|from|as|by)\b)/iu;

const NOUN_PHRASE = /^(?:the|a|an|our|their|his|her|your|this|that|these|those|all|some|new|any)\s|^“|#\d/i;

/** Speech and not a task: who was not there cannot tell what is to be done. */
const SPEECH =
  /^(?:yes|yeah|no|ok|okay|well|sure|i|i'm|i'd|i've|i'll|you|you're|we|we're|we've|we'd|it's|it|that's|she|he|they|if|there|that|not sure|none|nothing|consensus|agreement|agreed|determined|waiting|went|seems|decision|closer to|question|hour)\b(?! [/#])/i;

/** Who talks of himself does not say what is to be done. */
const FIRST_PERSON = /(?<!["“])\b(?:I|I['’](?:m|d|ll|ve)|my)\b(?![/"”])/;
/** `Take the action`, and no word of which. */
const ONLY_TAKEN = /^(?:take|took|takes)(?: on)?(?: the| an?| this| that)? (?:action(?: item)?|ai|todo)$/i;

/** What people ask each other: `Can we move it?`. Nobody takes that on. */
const QUESTION = new RegExp(
  "^(?:(?:can|could|should|shall|do|does|did|is|are|was|were|has|have|would|will|may|might) " +
    "(?:we|i|they|you|there|anyone|anybody)\\b|any(?:thing|one|body)? |" +
    "(?:can|could|should|does|did|is|are|has|would|will|what|who|why|where|when|how|which|whose)\\b.*\\?$)",
  "i",
);

/** `Mona has some questions`. */
const STATE = /^ (?:is|has|was|have|had|got|says|said|thinks|likes|wants to know)\b/i;
/** What is reported as over: `PR #234 closed`. */
const OVER = /^(?:pr|issue|#|the pr|the issue)[^.]{0,40}\b(?:closed|merged|landed|done)$/i;
const PERSON = /\b(?:him|he|she)\b/i;
const DEMONSTRATIVE = /\b(?:this|that|these|those)\b/i;

/** A shorter title of words alone says what, and not what with. */
const FEWEST_WORDS = 3;

/**
 * A title that can be understood by somebody who was not there: at most 120 characters, no Markdown. null: none can.
 */
export function titleOf(
  action: Pick<Action, "task" | "owners" | "context">,
  context: TitleContext,
): string | null {
  const { task } = action;
  if (isNameOnly(task, action.owners)) return titleOfName(action, context);
  const names = [...action.owners, ...context.people];
  // A thing that nobody takes on is a subject people had, and no work.
  if (isTalk(task, names) || (action.owners.length === 0 && isNounPhrase(task))) return null;
  const clarity = clarityOf(task, names);
  const isBare = clarity === "clear" && specificWords(withoutReferences(task), names).length < 1;
  const subject = clarity === "clear" && !isBare ? null : findSubject(action, context);
  const title = subject === null ? shorten(task, MAX_TITLE) : joinSubject(task, subject);
  const { numberAbout } = context;
  if (numberAbout === null || numberAbout.length > MAX_NUMBER || /#\d/.test(title))
    return isEnough(title, subject, clarity, names) ? title : null;
  if (clarity === "clear" && !pointsBack(title)) return title;
  // "Deal with it" can be understood only with what "it" is.
  return `${shorten(title, MAX_TITLE - numberAbout.length - 3)} (${numberAbout})`;
}

/** Whether a text is what somebody said, and nothing to do. */
function isTalk(task: string, names: readonly string[]): boolean {
  if (SPEECH.test(task) || FIRST_PERSON.test(task) || ONLY_TAKEN.test(task) || OVER.test(task)) return true;
  if (QUESTION.test(task)) return true;
  const name = names.find((one) => one !== "" && task.startsWith(`${one} `));
  return name !== undefined && STATE.test(task.slice(name.length));
}

function isEnough(
  title: string,
  subject: string | null,
  clarity: Clarity,
  names: readonly string[],
): boolean {
  // Nothing that a task is about says who that is.
  if (clarity === "vague" && PERSON.test(title)) return false;
  if (subject !== null)
    // What "this" is takes more than a word.
    return !DEMONSTRATIVE.test(title) || /[“#]/.test(subject) || specificWords(subject, names).length > 1;
  if (clarity === "short") return beginsWithWork(title) && wordsOf(title).length >= FEWEST_WORDS;
  return clarity === "clear";
}

/** `TODO: Sumana` names who, not what. */
function isNameOnly(task: string, owners: readonly string[]): boolean {
  const names = new Set(owners.flatMap((owner) => wordsOf(owner)));
  return owners.length > 0 && wordsOf(task).every((word) => names.has(word));
}

/** The two nearest topics say best what somebody took on who is merely named. */
function titleOfName({ owners }: Pick<Action, "owners">, context: TitleContext): string | null {
  if (context.issueAbout !== null) return shorten(context.issueAbout, MAX_TITLE);
  const names = [...owners, ...context.people];
  const topics = context.topics
    .map(titleText)
    .filter((topic) => !isNameOnly(topic.replace(MARKER, ""), names));
  const inner = topics.at(-1) ?? "";
  const outer = topics.findLast((topic) => specificWords(topic, names).length > 0);
  if (outer === undefined) return null;
  return shorten(outer === inner || !/\p{L}{2}/u.test(inner) ? outer : `${outer}: ${inner}`, MAX_TITLE);
}

/** Puts what it is about into a task, as a sentence where the words allow it. */
function joinSubject(task: string, subject: string): string {
  if (!/[\p{L}\p{N}]/u.test(task)) return subject;
  const named = withIssueNamed(task, subject);
  if (named !== null) return shorten(named, MAX_TITLE);
  if (ONLY_NUMBER.test(subject)) return joinNumber(task, subject);
  // Cut in half, a long task would say less.
  const shortTask = shorten(task, Math.max(MAX_TITLE / 2, MAX_TITLE - subject.length - 2));
  if (NOUN_PHRASE.test(subject) && (subject.startsWith("“") || !SENTENCE.test(subject))) {
    if (POINTS_AT_END.test(shortTask)) return shortTask.replace(POINTS_AT_END, () => subject);
    if (POINTS_IN_MIDDLE.test(shortTask))
      return shorten(
        shortTask.replace(POINTS_IN_MIDDLE, (found) => `${found.split(" ")[0]} ${subject}`),
        MAX_TITLE,
      );
    const preposition = PREPOSITIONS.find(([verb]) => verb.test(shortTask))?.[1];
    if (preposition !== undefined)
      return shorten([shortTask, preposition, subject].filter((part) => part !== "").join(" "), MAX_TITLE);
  }
  const number = / \([\w./-]*#\d+\)$/.exec(subject)?.[0] ?? "";
  const words = `${trimEnd(shortTask, /[!?.]/)}: ${subject.slice(0, subject.length - number.length)}`;
  return shorten(words, MAX_TITLE - number.length) + number;
}

const ONLY_NUMBER = /^[\w./-]*#\d+$/;
/** `this ticket`, which the number is. */
const AN_ISSUE = /\b(?:this|that|the) (?:issue|pr|ticket|pull request|bug)\b/i;

/** `Review #12`, `Ask for more details (#12)`. */
function joinNumber(task: string, number: string): string {
  if (AN_ISSUE.test(task)) return shorten(task.replace(AN_ISSUE, number), MAX_TITLE);
  return `${shorten(trimEnd(task, /[!?.]/), MAX_TITLE - number.length - 3)} (${number})`;
}

/** `Review #12` by the issue's title: `Review “Lids” (#12)`. null: the task has another number, or none. */
function withIssueNamed(task: string, subject: string): string | null {
  const number = /^“.*(#\d+)\)$/.exec(subject)?.[1];
  const mentioned = task.split(" ").find((word) => number !== undefined && word.endsWith(number));
  return mentioned === undefined ? null : task.replace(mentioned, () => subject);
}
