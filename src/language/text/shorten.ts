import { cutText } from "./cut.ts";
import { trimEnd } from "./trim.ts";

/** Where a clause ends and what is behind it can be left out of a title. */
const BREAKS =
  /(?:[,;:.!?)] | [–—-]{1,2} | \(| (?:so that|in order to|because|since|which|who|whether|while|but|as|and|or|with|to) )/gi;
/** What must not be left out: without it the title says something else. */
const CONDITION =
  /^[\s,;(–—-]*(?:and |or |but )?(?:only|unless|if|once|until|except|not|when|provided|after|before|without)\b/i;
/** A text does not end in what leads on. */
const OPEN_END =
  /\s(?:a|an|the|and|or|but|to|of|in|on|at|for|with|by|from|as|that|which|who|if|is|are|our|their|his|her|its|due|able|such|need|needs|want|wants|have|has|had|going|used|order|how|what|where|when|whether|like|according)$/i;
const OPEN_SIGN = /[\s,;:(–—-]/;

/** Less of a text says too little. */
const SHORTEST = 0.4;

/** At most so many UTF-16 units of a text, up to the end of a clause; with `…` only where there is none. */
export function shorten(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const ends = [...value.slice(0, limit + 2).matchAll(BREAKS)].map(({ index, 0: sign }) =>
    sign.startsWith(")") ? index + 1 : index,
  );
  const end = ends.findLast((at) => at <= limit && at >= limit * SHORTEST && canEnd(value, at));
  return end === undefined ? cutText(value, limit) : withoutOpenEnd(value.slice(0, end));
}

function canEnd(value: string, at: number): boolean {
  const head = value.slice(0, at);
  const count = (sign: string): number => head.split(sign).length - 1;
  const isClosed = count("(") <= count(")") && count("“") === count("”") && count('"') % 2 === 0;
  return isClosed && !CONDITION.test(value.slice(at)) && head === withoutOpenEnd(head);
}

/** A text without signs, articles and prepositions at its end. */
function withoutOpenEnd(text: string): string {
  const shorter = trimEnd(trimEnd(text, OPEN_SIGN).replace(OPEN_END, ""), OPEN_SIGN);
  return shorter === text || shorter === "" ? text : withoutOpenEnd(shorter);
}
