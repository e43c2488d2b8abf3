/**
 * Words that make something depend on what has not happened yet:
 *
 * | habit | example |
 * | --- | --- |
 * | a time to come | `once PRs 31 and 32 are merged`, `as soon as it is done`, `until Ada is back` |
 * | a condition | `if the tests pass`, `provided that nobody objects`, `assuming it works` |
 * | an exception | `unless the deal is done by then`, `except on Fridays`, `but only for 4.2` |
 * | an approval to come | `pending legal review`, `subject to the budget`, `depending on the vote` |
 */
const CONDITION =
  "once|if|unless|until|till|when(?:ever)?|as (?:soon|long) as|so long as|by the time|the moment|before|after|provid(?:ed|ing)|assuming|presuming|pending|in case|subject to|condition(?:al(?:ly)?|ed|s)?|contingent|depend(?:s|ing|ent)|except(?:ing)?|only|on condition|in the event|whether|tentative(?:ly)?|provisional(?:ly)?|sobald|falls|wenn|solange|sofern|nachdem|bevor|dès que|lorsqu\\w*|quand|sauf|une fois|cuando|en cuanto|una vez|salvo|quando|assim que|appena|zodra|tenzij|mits";

/** The same, to be looked for before something else. */
export const CONDITIONS = new RegExp(`(?<!\\p{L})(?:${CONDITION})(?!\\p{L})`, "giu");

const ANY = new RegExp(CONDITIONS.source, "iu");

/** Whether a text makes something depend on something else. */
export function hasCondition(text: string): boolean {
  return ANY.test(text);
}

const OPENING =
  /^(?:but |and |only |conditions?\W+(?=\w)|this (?:is|was) )*(?:once|if|unless|as (?:soon|long) as|provided|assuming|pending|subject to|conditional|contingent|depending|except|only (?:if|when|once|after|for)|on (?:the )?condition|with the (?:condition|proviso)|in case|until)\b/i;

/** "If it breaks, we revert it" is a sentence of its own. */
const SENTENCE = /^(?:but |and )?(?:if|once|until|in case|depending|except)\b.*(?:[,?:]|\bthen\b)/i;

/** Whether a text is a condition of what stands before it: `unless Ada objects by Friday`. */
export function isCondition(text: string): boolean {
  return (
    (!SENTENCE.test(text) && OPENING.test(text.replace(/^[\s(*_…–—-]+/, ""))) ||
    /^\W*conditions?\s*:/i.test(text)
  );
}
