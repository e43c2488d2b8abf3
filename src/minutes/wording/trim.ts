/** Cuts characters off the end of a text. Linear, where `[ -]+$` would try each of a thousand dashes. */
export function trimEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** Cuts characters off both ends of a text. */
export function trimBoth(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text[start] ?? "")) start += 1;
  return trimEnd(text.slice(start), characters);
}
