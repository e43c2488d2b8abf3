import { WEEKDAY } from "../../language/calendar.ts";
import { subjectOf } from "../../language/subject.ts";
import { pointsOutside, specificWords } from "../../language/understood.ts";
import { contentWords, wordsOf } from "../../language/content-words.ts";
import { isFrameTitle } from "../../minutes/meeting-name.ts";
import type { Action } from "../../minutes/meeting.ts";
import type { TitleContext } from "./title-context.ts";

/** "These" are rather the lines above than an issue. */
const POINTS_AT_ONE = /\b(?:it|this|that|there|the (?:issue|pr|pull request|ticket|bug))\b/i;

/** A longer line is talk, of which a part says little. */
const MOST_WORDS = 10;

const ENOUGH = 2;

/** A sentence is what people said, and no name of what they talked about. */
export const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|should|can|could|will|would|does|do|did|needs?|wants?|seems?|i|we|you|i'm|let's|\w+n't|agrees?|agreed|asks|asked|believes?|confirmed|decided|decides|explained|explains|indicates?|indicated|mentioned|reported|said|says|suggested|suggests|thinks?|wonders?|wondered)\b/i;

/** A host, a mail address or the name of a repository. */
const ADDRESS = /^[\w-]+(?:[.@/][\w-]+){1,4}$/;

/** An issue by its number, in front of its title or behind it. */
const NAMES_ISSUE = /^(?:[\w./-]*#\d+|\d{3,5}:)|#\d+\)?$/;

/** What a subject is worth beside a task: it has words of its own. */
function addsTo(task: string, subject: string, names: readonly string[], enough: number): boolean {
  const known = new Set(wordsOf(task));
  if (ADDRESS.test(subject)) return false;
  if (NAMES_ISSUE.test(subject) && !/#\d/.test(task)) return true;
  const isNew = (word: string): boolean => !known.has(word);
  const all = contentWords(subject, names).filter(isNew);
  return all.length >= enough && specificWords(subject, names).some(isNew) && !pointsOutside(subject, names);
}

/** `Tue 10`. */
const DAY = new RegExp(`^(?:${WEEKDAY})\\.?,? \\d{1,2}$`, "i");

/** A sentence about something, which its first words name: `the schedule is confusing`, `LoadError: …`. */
const BEGINS_WITH_NOUN = /^(?:the|a|an|our|their|new|all|some|“)\s|^\w{1,40}(?:Error|Exception|Warning):/i;

/** What people agreed on says what they talked about. */
const AGREED = /\b(?:agrees?|agreed|decided|decides|confirmed|suggested|suggests) (?:to|that|on) /i;
const isAgreed = (subject: string): boolean => AGREED.test(subject) && !subject.endsWith("…");

/** Answers and remarks, which name nothing. */
const REMARK =
  /^(?:\([^()]*\)$|(?:yes|yeah|any|now|still|we|i|it|it's|they|be|am|is|are|have|has|got|please|let's|no|ok|okay|well|sure|agreed|done|nothing|none|sounds|seems|merged|closed|removed|looks|maybe|not|if|so|but|\p{Lu}{1,2}$)\b)/iu;

const QUESTION =
  /^(?:who|what|where|when|why|how|which|whose|is|are|can|could|should|do|does|did|will|would|has|have)\b.*\?$/i;

/** Whether a subject reads as the name of something, and not as what people said of it. */
function isName(subject: string): boolean {
  if (subject.startsWith("“") || NAMES_ISSUE.test(subject)) return true;
  const isShort = wordsOf(subject).length <= MOST_WORDS && !subject.endsWith("…");
  return isShort && !SENTENCE.test(subject) && !QUESTION.test(subject);
}

/** `Budget [discussed online]`, `Budget (AB / CD)`: when it was discussed, and who leads it. */
const REMARK_BEHIND = /:? (?:\[[^\][]{0,80}\]|\(\p{Lu}{2,4}(?:(?: ?[,&/] ?)\p{Lu}{2,4})*\))$/u;
const withoutRemark = (subject: string): string => {
  const shorter = subject.replace(REMARK_BEHIND, "");
  return /\p{L}{2}/u.test(shorter) ? shorter : subject;
};

/** `#31: Lids`, `PR #31: Lids`. */
const NUMBER_IN_FRONT = /^(?:(?:pr|pull request|issue|ticket) )?(?<number>[\w./-]*#\d+): (?<name>\S.*)/i;

/** `Lids (#31)`; only `#31` where people ask or remark something and name nothing. */
function withNumberBehind(subject: string): string {
  const { number, name } = NUMBER_IN_FRONT.exec(subject)?.groups ?? {};
  if (number === undefined || name === undefined) return subject;
  const isNamed = !name.endsWith("?") && !REMARK.test(name) && !name.includes(number);
  return isNamed ? `${name} (${number})` : number;
}

/** What a line or a title says that a task is about; null: nothing. */
type SubjectOf = (text: string, enough: number) => string | null;

function subjectFor(task: string, names: readonly string[], numberAbout: string | null): SubjectOf {
  // A line about another issue than the action is.
  const isOther = (subject: string): boolean =>
    numberAbout !== null &&
    /#\d/.test(subject) &&
    !`${subject} `.match(/#\d+/g)?.some((one) => numberAbout.endsWith(one));
  return (text, enough) => {
    if (isFrameTitle(text)) return null;
    const found = subjectOf(withoutRemark(text), names, 1);
    const subject = found === null ? null : withNumberBehind(found);
    if (subject !== null && (DAY.test(subject) || isOther(subject))) return null;
    return subject !== null && !REMARK.test(subject) && addsTo(task, subject, names, enough) ? subject : null;
  };
}

/**
 * What a task is about, nearest first: what is said below it, in front of it on its
 * line, the issue that it points at, the items that it is under or the line before it, the issue of its topic, the
 * topics, at last what people said. null: nobody can tell.
 */
export function findSubject(
  action: Pick<Action, "owners" | "context" | "task">,
  context: TitleContext,
): string | null {
  const names = [...action.owners, ...context.people];
  const usable = subjectFor(action.task, names, context.numberAbout);
  // Only what leads on has anything below.
  const below = context.below.map((text) => usable(text, 1)).find((text) => text !== null);
  if (below != null) return below;
  const lead = context.lead === null ? null : usable(context.lead, ENOUGH);
  if (lead !== null) return lead;
  if (context.issueAbout !== null && POINTS_AT_ONE.test(action.task)) return context.issueAbout;
  const lines = action.context.filter(
    ({ line, text }) => !context.actionLines.has(line) && !context.frames.has(text),
  );
  const near = lines.map(({ line, text }) => context.issueOn(line) ?? usable(text, ENOUGH));
  const topics = context.topics.toReversed().map((title) => usable(title, 1));
  // Below an item, what it is about is that item, and not what was said before.
  const isNested = lines.some(({ text }) => context.topics.includes(text));
  const candidates = isNested
    ? [...topics, context.issueAbout, ...near]
    : [...near, context.issueAbout, ...topics];
  const found = candidates.filter((subject) => subject !== null);
  const said = (subject: string): boolean =>
    BEGINS_WITH_NOUN.test(subject) &&
    !subject.endsWith("?") &&
    specificWords(subject, names).length >= ENOUGH;
  return found.find(isName) ?? found.find(said) ?? found.find(isAgreed) ?? null;
}
