/** A check run shows no more rows. */
const MOST = 1000;

const PART = /^(\d{1,4})(?:-(\d{1,4}))?$/;

/**
 * The numbers of steps that somebody wrote behind a command: `1 3-5`, `1, 3`.
 *
 * @returns In order, each once. null: these are no numbers.
 */
export function readStepNumbers(words: readonly string[]): readonly number[] | null {
  const numbers = new Set<number>();
  for (const part of words.flatMap((word) => word.split(",")).filter((text) => text !== "")) {
    const [, first = "", last = first] = PART.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || from < 1 || to < from || to > MOST) return null;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return [...numbers].toSorted((one, other) => one - other);
}
