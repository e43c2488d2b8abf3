/**
 * What a regular expression would do in quadratic time: `/[\s:]+$/` tries again from each of a thousand blanks. These
 * look at each character once. `character` is a class for one: `/[\s:]/`.
 */

/** A text without characters of a class at its end. */
export function trimEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** A text without characters of a class at its start. */
export function trimStart(text: string, character: RegExp): string {
  let start = 0;
  while (start < text.length && character.test(text[start] ?? "")) start += 1;
  return text.slice(start);
}

/** A text without characters of a class at both ends. */
export function trimBoth(text: string, character: RegExp): string {
  return trimEnd(trimStart(text, character), character);
}

/** The characters of a class that a text ends in. */
export function endRun(text: string, character: RegExp): string {
  return text.slice(trimEnd(text, character).length);
}

/**
 * Where what a sticky pattern matches ends, as often as it matches from an offset on: "so then we" from 0 by
 * `/(?:so|then) /y` gives 8. A loop in a pattern would try each other division of the text where it fails behind it.
 */
export function endOfAll(text: string, pattern: RegExp, from = 0): number {
  return endsOfAll(text, pattern, from).at(-1) ?? from;
}

/** Every place up to there where the loop could stop, the start first. `most`: how often it goes round at most. */
export function endsOfAll(text: string, pattern: RegExp, from = 0, most = text.length): readonly number[] {
  const ends = [from];
  for (let at = from; ends.length <= most; ) {
    const end = endOf(text, pattern, at);
    if (end === at) break;
    ends.push(end);
    at = end;
  }
  return ends;
}

/** Where what a sticky pattern matches at an offset ends; the offset itself where it does not match. */
export function endOf(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** A text with a space in place of each `#12`, `name#12` and `owner/name#12`. */
export function withoutReferences(text: string): string {
  const parts = text.split(/#\d+/);
  return parts.map((part, at) => (at < parts.length - 1 ? trimEnd(part, /[\w./-]/) : part)).join(" ");
}
