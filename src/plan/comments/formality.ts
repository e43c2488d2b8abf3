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
const BUSINESS = "(?:agenda|minutes|notes|order of business|attendance|quorum)";
const SETTLED = "(?:accepted|approved|adopted|agreed(?: to| on)?|confirmed|ratified|amended)";

const FORMALITIES: readonly RegExp[] = [
  new RegExp(
    `^\\W{0,3}(?:[\\w'’]{1,20} ){0,3}\\[?(?:[\\w'’]{1,20} ){0,2}${BUSINESS}\\b[^.;]{0,120}\\b${SETTLED}\\b`,
    "i",
  ),
  new RegExp(
    `^\\W{0,3}(?:[\\w'’]{1,20} ){0,3}(?:${SETTLED}|accept|approve|adopt|confirm|ratify) (?:the |last |previous ){0,2}(?:proposed )?${BUSINESS}\\b`,
    "i",
  ),
  /^\W{0,3}\p{Lu}[\p{L}.'’-]{0,20}(?:(?:, | and | & )\p{Lu}[\p{L}.'’-]{0,20}){0,8} agree[sd]?\.?$/u,
  /^\W{0,3}(?:good|great|bad|sad) news\b/i,
  /^\W{0,3}(?:(?:we|the \w{1,20})(?:'ll|’ll| will| should| agreed to| decided to)? )?(?:continue|keep|carry on) (?:discussing|talking|the discussion|to (?:discuss|talk))\b/i,
  /^\W{0,3}(?:\p{L}{1,20}: )?problem:/iu,
];

/** Whether a decision's words settle nothing that the people on an issue would call decided. */
export function isFormality(decision: string): boolean {
  const text = decision.slice(0, 400);
  return FORMALITIES.some((formality) => formality.test(text));
}
