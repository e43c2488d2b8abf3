/**
 * What keeps something private in one language; each list stands between `|`. All in lower case, hyphens as spaces; `*`:
 * any ending; `.`: what is said ends there, but for words that go on with it.
 */
export interface WordLists {
  /** Said of nothing else: private wherever it is said. */
  readonly anywhere: string;
  /** Private where a heading says it, or where a line, a cell, a label or what stands in brackets begins with it. */
  readonly leading: string;
  /** Ordinary words too: private where they stand alone, in brackets, as a label, in bold, at the end or as a heading. */
  readonly alone: string;
  /** From here on it is private, up to the next topic. */
  readonly opens: string;
  /** From here on all is private, whatever topics follow, up to where it is said that it no longer is. */
  readonly rest?: string;
  /** And here it no longer is. */
  readonly closes: string;
}
