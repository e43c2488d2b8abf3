import { endOf, trimEnd } from "./text/trim.ts";
import { withoutBody } from "./body-subject.ts";
import { isSelfContained } from "./clarity.ts";
import { withoutDeadline } from "./deadline.ts";
import { allPatterns, allWords } from "./languages.ts";
import { maybeName } from "./names.ts";
import { plainText } from "./text/plain-text.ts";
import { titleText } from "./text/title-text.ts";

const MODAL = `(?:${allPatterns(({ tasks }) => tasks?.modals)})`;

const ANYBODY = new RegExp(`^(?:${allPatterns(({ tasks }) => tasks?.anybody)}) ${MODAL} `, "i");

const VERBS = allWords(({ verbs }) => verbs?.work);

const LEAD = new RegExp(`^(?:${allPatterns(({ tasks }) => tasks?.leads)})[\\s,:]+`, "i");
const BARE_MODAL = new RegExp(`^(?:${allPatterns(({ tasks }) => tasks?.bareModals)})\\s+`, "i");

/** When it is to be done: the due date says so already. */
const WHEN = new RegExp(`\\b(?:${allPatterns(({ tasks }) => tasks?.days)})\\)?$`, "i");
const UNTIL = new RegExp(`\\b(?:${[...allWords(({ tasks }) => tasks?.dayLeads)].join("|")}) $`, "i");

/** A text without the day that it ends in. */
function withoutDay(text: string): string {
  const day = WHEN.exec(text);
  if (day === null) return text;
  let before = text.slice(0, day.index);
  for (let shorter = before.replace(UNTIL, ""); shorter !== before; shorter = before.replace(UNTIL, ""))
    before = shorter;
  return trimEnd(before, /[\s,(–-]/);
}

/** What is known of an action by its words. */
interface ActionText {
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
}

/** An action's words as planning needs them. */
export interface Task {
  /** What is to be done, as plain text: without who does it and, where the day is known, without when. */
  readonly task: string;
  /** Whether somebody who was not at the meeting can understand it. */
  readonly isSelfContained: boolean;
}

/** "Mona will write the notes today" gives "Write the notes". */
export function describeTask(action: ActionText): Task {
  const task = taskOf(action);
  return { task, isSelfContained: isSelfContained(task, action.owners) };
}

function taskOf(action: ActionText): string {
  const whole = withoutAside(withoutBrackets(titleText(action.text)));
  const named = withoutReport(withoutOwners(withoutHandover(whole), action.owners), action.owners);
  const bare = withoutBody(withoutLead(withoutSubject(named, action.owners)));
  const task = withoutList(withoutState(trimEnd(bare, /!/)));
  const timeless = action.due === null ? task : withoutDay(task);
  return capitalized(
    [firstSentence(timeless, action.owners), task, whole].find((text) => /\p{L}{2}/u.test(text)) ?? whole,
  );
}

/**
 * What an action is about, by which it is compared with others: without who does it (later minutes may add that)
 * and without by when. Of its own result it gives the same.
 */
export function matterOf({ text, owners }: Pick<ActionText, "text" | "owners">): string {
  const whole = text.trim();
  const matter = withoutDeadline(withoutLead(withoutOwners(whole, owners)));
  return /\p{L}{2}/u.test(matter) ? matter : whole;
}

const SENTENCE_END = /[.!;](?= \S)/g;
/** What a full stop belongs to: an initial, an abbreviation. */
const ABBREVIATION = new RegExp(
  `(?:[^\\p{L}]\\p{L}|\\b(?:${[...allWords(({ tasks }) => tasks?.abbreviations)].join("|")}))$`,
  "u",
);
const SHORTEST_SENTENCE = 12;

/** The first of several sentences, where it can be understood alone. */
function firstSentence(text: string, owners: readonly string[]): string {
  const end = [...text.matchAll(SENTENCE_END)].find(
    ({ index }) => index >= SHORTEST_SENTENCE && !ABBREVIATION.test(text.slice(0, index)),
  );
  if (end === undefined) return text;
  const first = text.slice(0, end.index + 1).replace(/[.;]$/, "");
  return isSelfContained(first, owners) ? first : text;
}

/** `Action on Mona to`, `the action for the docs team to`. */
const HANDOVER = /\baction(?: item)? (?:on|for|to|by) /i;
const TO = /^[ :]*(?:to )?(?=\p{L})/u;
/** `by 1 June to`. */
const BY_DAY = /^,? (?:by|on|before) [^:]{1,20}?(?=:| to \p{Ll})/u;
const MOST_NAMES = 5;
const BETWEEN_NAMES =
  /^(?:and|&|or|of|the|all|everyone|everybody|members?|chairs?|team|group|committee|editors?)$/i;

/** What an action hands on, without the people: `Action on Mona to water it` in any place of a text. */
function withoutHandover(text: string): string {
  const found = HANDOVER.exec(text);
  if (found === null) return text;
  const rest = text.slice(found.index + found[0].length);
  const words = rest.split(" ", MOST_NAMES + 1);
  const end = words.findIndex((word) => word.endsWith(":") || !isNameOrBetween(word));
  const names = words.slice(0, words[end]?.endsWith(":") === true ? end + 1 : end);
  if (end < 0 || names.length === 0) return text;
  const behind = rest.slice(names.join(" ").length).replace(BY_DAY, "");
  const task = behind.replace(TO, "");
  const isLed = names.at(-1)?.endsWith(":") === true || task !== behind.trimStart();
  const isLedTo = isLed && !BETWEEN_NAMES.test(firstWord(task));
  return isLedTo || VERBS.has(firstWord(task)) ? task : text;
}

const isNameOrBetween = (word: string): boolean =>
  BETWEEN_NAMES.test(word) || maybeName(word.replace(/[,:]$/, ""));

const firstWord = (text: string): string => /^[\p{L}-]+/u.exec(text)?.[0].toLowerCase() ?? "";

/** Without who does it in front of a verb: `Mona water the plants`. */
function withoutSubject(text: string, owners: readonly string[]): string {
  const owner = owners.map(plainText).find((name) => name !== "" && text.startsWith(`${name} `));
  if (owner === undefined) return text;
  const rest = text.slice(owner.length + 1);
  return VERBS.has(firstWord(rest)) && /^\p{Ll}/u.test(rest) ? rest : text;
}

const REPORT = new RegExp(`^(?:${allPatterns(({ tasks }) => tasks?.reports)}) `, "i");

/** `Mona also mentioned that we need to water the plants`, without what only reports it. */
function withoutReport(text: string, owners: readonly string[]): string {
  const owner = owners.map(plainText).find((name) => name !== "" && text.startsWith(`${name} `));
  const said = owner === undefined ? text : text.slice(owner.length + 1);
  const rest = said.replace(REPORT, "");
  return rest !== said && ANYBODY.test(rest) ? rest : text;
}

/** `Water the plants -- done 3 May`. */
const STATE = / (?:--|–|-|—) ?(?:done|in progress|ongoing|wip)\b.{0,20}$/i;
/** `, hopefully to be done next week`. */
const HOPE = /, (?:hopefully|ideally) [^,]{0,60}$/i;
const withoutState = (text: string): string => text.replace(STATE, "").replace(HOPE, "");

/** `Open tickets for:`, without what leads to the list behind it. */
function withoutList(text: string): string {
  const shorter = trimEnd(text.replace(/ (?:for|to|of|with|from|by|the|an?|and|or)$/i, ""), /[\s,:;–—-]/);
  return shorter === "" ? text : shorter;
}

/** A text that is in brackets as a whole. */
function withoutBrackets(text: string): string {
  const inner = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1) : text;
  return /[()]/.test(inner) ? text : inner;
}

/** `(About the roof.) Water the plants`: in brackets, and a sentence or more behind it. */
const ASIDE = /^\([^()]{12,}\)[.:]? (?=\p{Lu})/u;
const withoutAside = (text: string): string => text.replace(ASIDE, "");

const AND = / ?(?:[,&+/]|and) ?(?:and )?/iy;
const LEADS_ON = new RegExp(` ?[:,–—-]{1,3} ?(?:${MODAL} )?| ${MODAL} |'ll `, "iy");

/** Every place where one or more names that begin at an offset may end: `Mona`, `Mona and Hubot`. */
function endsOfNames(text: string, from: number, names: readonly string[]): number[] {
  const found: number[] = [];
  let starts = [from];
  while (starts.length > 0) {
    const ends = new Set(
      starts.flatMap((start) =>
        names.filter((name) => startsWith(text, name, start)).map((name) => start + name.length),
      ),
    );
    found.push(...ends);
    starts = [...ends].flatMap((end) => {
      const next = endOf(text, AND, end);
      return next > end ? [next] : [];
    });
  }
  return found;
}

const startsWith = (text: string, name: string, at: number): boolean =>
  text.slice(at, at + name.length).toLowerCase() === name.toLowerCase();

/** Without the names that a text begins or ends in: `Mona: tag it`, `Tag it (Mona)`, `Tag it - Mona and Hubot`. */
function withoutOwners(text: string, owners: readonly string[]): string {
  const names = owners.map((owner) => plainText(owner)).filter((name) => name !== "");
  if (names.length === 0) return text;
  const behind = endsOfNames(text, 0, [...names, "others"])
    .toReversed()
    .map((end) => ({ end, next: endOf(text, LEADS_ON, end) }))
    .find(({ end, next }) => next > end);
  return withoutOwnersAtEnd(text.slice(behind?.next ?? 0), names);
}

function withoutOwnersAtEnd(text: string, names: readonly string[]): string {
  const areNames = (start: number, end: number): boolean => endsOfNames(text, start, names).includes(end);
  for (const { 0: sign, index } of text.matchAll(/[([–—-] ?/g)) {
    const isBracket = /^[([]/.test(sign);
    const start = isBracket ? index + 1 : index + sign.length;
    const isClosed = /[)\]]$/.test(text) && areNames(start, text.length - 1);
    if (isBracket ? isClosed : areNames(start, text.length)) return text.slice(0, index).trimEnd();
  }
  return text;
}

function withoutLead(text: string): string {
  return text.replace(LEAD, "").replace(ANYBODY, "").replace(BARE_MODAL, "").replace(LEAD, "");
}

/** A word in small letters gets a capital; names of files and programs stay. */
function capitalized(text: string): string {
  return /^\p{Ll}[\p{Ll}']*(?=[\s,:;!?-]|$)/u.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
}
