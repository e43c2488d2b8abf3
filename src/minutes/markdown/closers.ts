import { firstAt } from "../sorted.ts";

const BACKTICKS = /`+/g;
/** The end of a line before one with nothing on it. */
const PARAGRAPH_END = /(?:\r\n|\n|\r(?!\n))[ \t>]*(?=[\r\n])/g;

/** What ends HTML that begins so; in this order. */
const HTML_CLOSERS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
  ["<?", "?>"],
] as const;

/** Says how far a parser would look for the other half of a mark. */
export class Closers {
  private readonly source: string;
  private readonly found = new Map<string, { readonly from: number; readonly at: number }>();
  private runs: Map<number, number[]> | null = null;
  private ends: readonly number[] | null = null;

  constructor(source: string) {
    this.source = source;
  }

  /** How many characters; null: it would look in vain. */
  distance(offset: number): number | null {
    const { source } = this;
    const sign = source[offset];
    if (sign === "`") return this.distanceOfCode(offset);
    if (sign === "]" && source[offset + 1] === "(")
      return this.distanceTo(")", offset) ?? this.paragraphEnd(offset) - offset;
    const html = sign === "<" ? HTML_CLOSERS.find(([open]) => source.startsWith(open, offset)) : undefined;
    return html === undefined ? 0 : this.distanceTo(html[1], offset + 2);
  }

  private distanceOfCode(offset: number): number | null {
    const { source } = this;
    if (source[offset - 1] === "`" && source[offset - 2] !== "\\") return 0;
    this.runs ??= runsOf(source);
    let end = offset + 1;
    while (source[end] === "`") end += 1;
    const starts = this.runs.get(end - offset) ?? [];
    const at = starts[firstAt(starts, end, (start) => start)];
    return at === undefined || at > this.paragraphEnd(offset) ? null : at - offset;
  }

  private distanceTo(closer: string, offset: number): number | null {
    const known = this.found.get(closer);
    const isKnown = known !== undefined && known.from <= offset && offset <= known.at;
    const next = isKnown ? known.at : this.source.indexOf(closer, offset);
    const at = next === -1 ? Number.POSITIVE_INFINITY : next;
    this.found.set(closer, { from: isKnown ? known.from : offset, at });
    return at > this.paragraphEnd(offset) ? null : at - offset;
  }

  /** No text continues after a line with nothing on it. */
  private paragraphEnd(offset: number): number {
    this.ends ??= Array.from(this.source.matchAll(PARAGRAPH_END), ({ index }) => index);
    return this.ends[firstAt(this.ends, offset, (end) => end)] ?? this.source.length;
  }
}

/** Where runs of each number of backticks begin. */
function runsOf(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of source.matchAll(BACKTICKS)) {
    const starts = runs.get(run.length);
    if (starts === undefined) runs.set(run.length, [index]);
    else starts.push(index);
  }
  return runs;
}
