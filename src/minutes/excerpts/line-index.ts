import type { LineRange } from "../meeting.ts";

/** Cuts lines out of a source as they stand there, line ends between them included. */
export class LineIndex {
  private readonly source: string;
  private readonly starts: number[] = [0];
  private readonly ends: number[] = [];

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

  slice({ line, endLine }: LineRange): string {
    return this.source.slice(this.starts[line - 1] ?? 0, this.ends[endLine - 1] ?? this.source.length);
  }
}
