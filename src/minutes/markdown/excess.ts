/** What a file has more of than people write. */
export type ExcessKind = "marks" | "levels" | "footnotes" | "definitions" | "elements";

/** Where a file has more than people write, so that what is beyond is read as plain text. */
export interface Excess {
  readonly kind: ExcessKind;
  readonly line: number;
}

/** Receives each excess. */
export type TellExcess = (excess: Excess) => void;

export const tellNobody: TellExcess = () => undefined;

/** For each footnote, the parser looks through the names of all and through its paragraph. */
const MOST_FOOTNOTES = 500;
const FOOTNOTE = /\[\^/g;

/** For each reference, the parser looks through the names of all definitions. */
const MOST_DEFINITIONS = 2000;
const DEFINITION = /^[ \t>]*\[[^\]\r\n\u2028\u2029]+\]:/gm;

/** Where a text has more definitions of links than people write; null: it has not. */
export function excessOfDefinitions(text: string): Excess | null {
  return excessOf("definitions", text, DEFINITION, MOST_DEFINITIONS);
}

/** Where a text calls for more footnotes than people write; null: it does not. */
export function excessOfFootnotes(text: string): Excess | null {
  return excessOf("footnotes", text, FOOTNOTE, MOST_FOOTNOTES);
}

function excessOf(kind: ExcessKind, text: string, pattern: RegExp, most: number): Excess | null {
  let count = 0;
  for (const { index } of text.matchAll(pattern)) {
    count += 1;
    if (count > most) return { kind, line: lineAt(text, index) };
  }
  return null;
}

/** The line on which an offset is. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
