/**
 * What is worded like a decision, and decides nothing about an issue:
 *
 * | habit | example |
 * | --- | --- |
 * | the meeting's own business | `The proposed agenda was accepted`, `Minutes of the last call approved` |
 * | assent, and to nothing that is named | `Ada, Bo agreed` |
 * | no decision yet | `We will continue discussing this` |
 * | news of what others decided | `Good news, the journal has accepted it` |
 * | the problem itself | `Problem: the input is accepted` |
 */
const BUSINESS = "(?:agenda|minutes|meeting notes|order of business|quorum)";
const SETTLED = "(?:accepted|approved|adopted|agreed(?: to| on)?|confirmed|ratified|amended)";
/** What else may be before it: other words name something of the project's, as `release notes` do. */
const OLDER =
  "(?:\\[?(?:the|our|this|today['’]s|last|previous|prior|proposed|draft|revised|updated|meeting) ){0,4}\\[?";
/** `agenda](https://…)`, `minutes of the last call`. */
const NAMED = "\\]?(?:\\([^()]{0,120}\\))?(?: (?:of|for|from) [^.;,]{1,60}?)?";
const BEING = "(?:(?:was|were|is|are|has been|have been|unanimously|hereby) ){0,3}";

const FORMALITIES: readonly RegExp[] = [
  new RegExp(`^\\W{0,3}${OLDER}${BUSINESS}${NAMED} ${BEING}${SETTLED}\\b`, "i"),
  new RegExp(
    `^\\W{0,3}(?:(?:we|council|group|it|was|were|agreed|motion|to) ){0,4}(?:${SETTLED}|accept|approve|adopt|confirm) ` +
      `${OLDER}${BUSINESS}(?:[.,;]| (?:of|for|from|as)\\b|$)`,
    "i",
  ),
  /^\W{0,3}\p{Lu}[\p{L}.'’-]{0,20}(?:(?:, | and | & )\p{Lu}[\p{L}.'’-]{0,20}){0,8} agree[sd]?\.?$/u,
  /^\W{0,3}(?:good|great|bad|sad) news\b/i,
  new RegExp(
    "^\\W{0,3}(?:(?:we|the \\w{1,20})(?:['’]ll| will| should| agreed to| decided to)? )?(?:continue|keep|carry on) " +
      "(?:discussing|talking|the discussion|to (?:discuss|talk))\\b",
    "i",
  ),
  /^\W{0,3}(?:\p{L}{1,20}: )?problem:/iu,
];

/** Whether a decision's words settle nothing that the people on an issue would call decided. */
export function isFormality(decision: string): boolean {
  const text = decision.slice(0, 400);
  return FORMALITIES.some((formality) => formality.test(text));
}
