import type { Construct, Effects, Extension, State } from "micromark-util-types";
import { Closers } from "./closers.ts";

/** Marks that a parser pairs: `*`, `_`, `~`, `` ` ``, `[`, `]`, `<` and `![`, by their codes. */
const MARKS = [33, 42, 60, 91, 93, 95, 96, 126];

/** Of these, a parser takes as many at once as are in a row, and pairs each. */
const RUNNING = "*_~`";

/** So many in one paragraph are never too many. */
const FREE_MARKS = 100;
/**
 * What the further ones of a text may cost, each as much as there are marks before it in its paragraph, and what looking
 * for closers far away may.
 */
const FREE_WORK = 1_000_000;
const WORK_PER_CHARACTER = 3;

/**
 * An extension of micromark that takes marks as text where there are more than people write. The parser's work on a
 * paragraph grows with the square of their number, because each may close any before it, and is looked for up to the
 * paragraph's end. It must be the last extension, so that it comes first.
 *
 * @param source - The whole text that is parsed.
 * @param tell - Told of the line, once for each paragraph.
 */
export function boundMarks(source: string, tell: (line: number) => void): Extension {
  const closers = new Closers(source);
  const counts = new WeakMap<object, number>();
  const told = new WeakSet<object>();
  let left = FREE_WORK + WORK_PER_CHARACTER * source.length;
  const construct: Construct = {
    name: "boundMarks",
    tokenize(effects, ok, nok) {
      const { line, offset } = this.now();
      const length = lengthOfRun(source, offset);
      const count = (counts.get(this) ?? 0) + length;
      counts.set(this, count);
      const distance = closers.distance(offset);
      const work = count > FREE_MARKS ? count * length : 0;
      const isOver = distance !== null && work + distance > left;
      if (distance !== null && !isOver) {
        left -= work + distance;
        return nok;
      }
      if (isOver && !told.has(this)) {
        told.add(this);
        tell(line);
      }
      return takeAsText(effects, ok, length);
    },
  };
  return { text: Object.fromEntries(MARKS.map((mark) => [mark, construct])) };
}

function lengthOfRun(source: string, offset: number): number {
  const sign = source[offset] ?? "";
  if (!RUNNING.includes(sign)) return 1;
  let end = offset + 1;
  while (source[end] === sign) end += 1;
  return end - offset;
}

function takeAsText(effects: Effects, ok: State, length: number): State {
  let left = length;
  const consume: State = (code) => {
    effects.consume(code);
    left -= 1;
    if (left > 0) return consume;
    effects.exit("data");
    return ok;
  };
  return (code) => {
    effects.enter("data");
    return consume(code);
  };
}
