import { isWorkVerb } from "../../language/verbs.ts";

/** Words in small letters that "to" follows although they are nobody's handle: "plan to ship". */
const NO_HANDLES = new Set(
  (
    "able better bigger complex difficult easier harder hesitant nicer not quicker safer simpler " +
    "slower tempting tricky worth according adding also and anybody anyone both but can could do does " +
    "each everybody everyone folks had have he i it may might more must nobody nothing only others our " +
    "she should so somebody some someone that them there they this those to too us we whoever will " +
    "would yes yet you users maintainers node tests attempt chance closer comment consensus day " +
    "decision desire due easy effort enough except explicit forward free get getting goal going good " +
    "great happy hard help helpful hope hoping how idea impossible intent intention interest " +
    "interested issue issues item keen keep leading let likely link linked links looking mechanism " +
    "meeting motion moved moving nice need needed needs next nice ok okay one ongoing option options " +
    "order people permission plan planned planning plans possible pr problem process proposal " +
    "proposals proposed prs ready reason related relevant reluctant request requests required response " +
    "rfc right similar something specific step steps sure system task team thanks thing things time " +
    "tool trying used useful want wants way ways what when where who willing work working would"
  ).split(" "),
);
/** Ends of words that are no names: "Asking to join", "Repositories to share". */
const NO_NAME_END = new RegExp(
  "(?:ing|ed|ful|able|ible|oval|uracy|tion|sion|ment|ness|ity|ies|ers|ors|ues|ions|ings|ages|elps|" +
    "eeds|ants|eems|orts|ites|akes|ools|ets|ows|ects|ests|ants|ture|ence|ance|ly)$",
  "i",
);

/** Whether a word in front of "to" or "will" is nobody's name although it may look like one. */
export function isNoName(word: string): boolean {
  return isNoHandle(word) || isWorkVerb(word) || (!word.includes(" ") && NO_NAME_END.test(word));
}

/** Whether "to" follows a word that is nobody: "Ways to group it". */
export function isNoHandle(word: string): boolean {
  return NO_HANDLES.has(word.toLowerCase());
}

const AT_WORK =
  /^@?([a-z][a-z\d_]{2,20}) (?:is|was) (?:still |now |currently )?(?:working on|looking into)\b/;
const HANDLE = new RegExp(
  "^@?([a-z][a-z\\d_]{2,20}(?:-[a-z\\d_]{1,12})?(?:(?:/| and | & |, )[a-z][a-z\\d_-]{2,30}){0,3}),? " +
    "(?:to|will) (?:also |then |still )?([a-z][a-z-]+)\\b",
);

/** `linus42 to post a summary`: a login in small letters that nobody introduced. null: it is none. */
export function readHandle(text: string): { owners: readonly string[] } | null {
  const atWork = AT_WORK.exec(text)?.[1];
  if (atWork !== undefined) return isNoName(atWork) ? null : { owners: [atWork] };
  const match = HANDLE.exec(text);
  const names = match?.[1]?.split(/\/| and | & |, /) ?? [];
  if (names.length === 0 || !isWorkVerb(match?.[2] ?? "")) return null;
  return names.some((name) => isNoName(name)) ? null : { owners: names };
}

const NICK = new RegExp(
  "^\\W*([a-z][a-z\\d_|`-]{1,20})(?: (?:to|will) |[:,] )(?!(?:the|a|an|this|that|these|those|our|next|" +
    "be)\\b)[a-z]+(?: |$)",
);

/** `hedy to paint it` in a chat, where nicks in small letters are the rule and any verb may follow. */
export function readNick(words: string): readonly string[] {
  const nick = NICK.exec(words)?.[1];
  return nick === undefined || isNoName(nick) ? [] : [nick];
}
