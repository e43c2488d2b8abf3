/** A comment, a tag or a line of colons that begins or ends something. */
export interface Sign {
  readonly line: number;
  readonly endLine: number;
  readonly does: "opens" | "closes";
  /** Without an end it is about the text before it on its line. */
  readonly isBehindText: boolean;
}

/** What signs are looked for in. */
export interface SignSource {
  readonly source: string;
  readonly lines: readonly string[];
  /** The line of an offset in the source. */
  readonly lineAt: (offset: number) => number;
  readonly isCode: (line: number) => boolean;
  /** A team's words for what is private, in lower case. */
  readonly own: readonly string[];
}
