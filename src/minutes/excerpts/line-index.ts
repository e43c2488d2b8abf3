import type { LineRange } from "../meeting.ts";

const NOTHING_SAID = /^[\s>]*$|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;

/** Cuts lines out of a source as they are, line ends between them included. */
export class LineIndex {
  private readonly source: string;
  private readonly starts: number[] = [0];
  private readonly ends: number[] = [];
  private said: Uint32Array | null = null;

  constructor(source: string) {
    this.source = source;
    for (const match of source.matchAll(/\r\n|\n|\r/g)) {
      this.ends.push(match.index);
      this.starts.push(match.index + match[0].length);
    }
    this.ends.push(source.length);
  }

  /** How many characters `slice` gives. */
  length({ line, endLine }: LineRange): number {
    return (this.ends[endLine - 1] ?? this.source.length) - (this.starts[line - 1] ?? 0);
  }

  /** The last line up to this one with anything on it but a rule or the signs of a quote; 0: none. */
  lastSaid(line: number): number {
    this.said ??= this.findSaid();
    return this.said[line] ?? line;
  }

  private findSaid(): Uint32Array {
    const said = new Uint32Array(this.starts.length + 1);
    for (let line = 1; line < said.length; line += 1) {
      const isSaid = !NOTHING_SAID.test(this.slice({ line, endLine: line }));
      said[line] = isSaid ? line : (said[line - 1] ?? 0);
    }
    return said;
  }

  slice({ line, endLine }: LineRange): string {
    return this.source.slice(this.starts[line - 1] ?? 0, this.ends[endLine - 1] ?? this.source.length);
  }
}
