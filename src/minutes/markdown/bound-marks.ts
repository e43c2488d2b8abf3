import type { Construct, Effects, Event, Extension, State } from "micromark-util-types";
import { Closers } from "./closers.ts";

/** Marks that a parser pairs: `*`, `_`, `~`, `` ` ``, `[`, `]`, `<` and `![`, by their codes. */
const MARKS = [33, 42, 60, 91, 93, 95, 96, 126];

/** Of these, a parser takes as many at once as are in a row, and pairs each. */
const RUNNING = "*_~`";

/** What constructs begin with: these, and references (`&`) and escapes. */
const STARTS: ReadonlySet<number> = new Set([...MARKS, 38, 92]);

/** Codes below these are line ends (micromark's codes). */
const VIRTUAL_SPACES = -2;

/** So many in one paragraph are never too many. */
const FREE_MARKS = 100;
/**
 * What the further ones of a text may cost, each as much as there are marks before it in its paragraph, and what
 * looking for closers far away may.
 */
const FREE_WORK = 1_000_000;
const WORK_PER_CHARACTER = 3;

/**
 * An extension of micromark that takes marks as text where there are more than people write. The parser's work on a
 * paragraph grows with the square of their number, because each may close any before it, and is looked for up to the
 * paragraph's end. It must be the last extension, so that it comes first.
 *
 * @param source - The whole text that is parsed.
 * @param tell - Receives the line, once for each paragraph.
 */
export function boundMarks(source: string, tell: (line: number) => void): Extension {
  const closers = new Closers(source);
  const counts = new WeakMap<object, number>();
  const reported = new WeakSet<object>();
  let left = FREE_WORK + WORK_PER_CHARACTER * source.length;
  const construct: Construct = {
    name: "boundMarks",
    resolveTo: joinText,
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
      if (isOver && !reported.has(this)) {
        reported.add(this);
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

/**
 * Joins the texts that events end in. The parser would do it at the end of the paragraph, moving all events behind
 * for each of them: its work would grow with the square of their number.
 */
function joinText(events: Event[]): Event[] {
  const isText = (at: number): boolean => events[at]?.[1].type === "data";
  const last = events.at(-1)?.[1];
  if (last === undefined || !isText(events.length - 1)) return events;
  while (isText(events.length - 3) && events[events.length - 3]?.[0] === "exit") events.length -= 2;
  const joined = events.at(-1)?.[1];
  if (joined !== undefined) joined.end = last.end;
  return events;
}

function takeAsText(effects: Effects, ok: State, length: number): State {
  let left = length;
  const consume: State = (code) => {
    // The words behind it belong to the same text, up to where another construct may begin.
    if (left <= 0 && (code === null || code < VIRTUAL_SPACES || STARTS.has(code))) {
      effects.exit("data");
      return ok(code);
    }
    effects.consume(code);
    left -= 1;
    return consume;
  };
  return (code) => {
    effects.enter("data");
    return consume(code);
  };
}
