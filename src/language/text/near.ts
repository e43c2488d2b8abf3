import { endRun } from "./trim.ts";

/** Words that are looked for before something else, and how far off. */
export interface Near {
  /** With the flag `g`. */
  readonly words: RegExp;
  /** How many characters may be in between. */
  readonly within: number;
  /** What may not: `/[.;]/`. */
  readonly but: RegExp;
}

/** Whether a text ends in words with little behind them: "unless it is" for "unless" within 6. */
export function endsNear(text: string, { words, within, but }: Near): boolean {
  let end = -1;
  for (const match of text.matchAll(words)) end = match.index + match[0].length;
  return end !== -1 && text.length - end <= within && !but.test(text.slice(end));
}

/** Where the first words begin that second ones follow: "motion by Ada carried". -1: nowhere. */
export function findPair(text: string, first: Near, second: RegExp): number {
  const seconds = [...text.matchAll(second)].map(({ index }) => index);
  let next = 0;
  for (const match of text.matchAll(first.words)) {
    const end = match.index + match[0].length;
    while ((seconds[next] ?? Number.POSITIVE_INFINITY) < end) next += 1;
    const at = seconds[next];
    if (at !== undefined && at - end <= first.within && !first.but.test(text.slice(end, at)))
      return match.index;
  }
  return -1;
}

/** The sentence that a text ends in the middle of. */
export function openSentence(text: string): string {
  return endRun(text, /[^.!?;]/);
}
