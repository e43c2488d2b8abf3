import { CODE } from "../page.ts";
import type { Span } from "../page.ts";
import { trimEnd, trimStart } from "../../language/text/trim.ts";

/** Words that no sign parts, and the signs around them. */
export interface Segment {
  /** In lower case, without a number or an hour in front. */
  readonly words: readonly string[];
  /**
   * The signs right before and behind it; `^` and `$` are the text's ends, `*` an end of bold, italic or struck text.
   */
  readonly before: string;
  readonly after: string;
  /** Its first word is in capitals, and not all are. */
  readonly isLoud: boolean;
}

const PIECE = /[\p{L}\p{M}\p{N}_'’]+|\s+|[^\p{L}\p{M}\p{N}_'’\s]/gu;
const WORD = /^[\p{L}\p{M}\p{N}_'’]/u;
/** Between two words without a space these part nothing: `off-the-record`, `octo/tea`, `e.g.`. */
const TIGHT = /^[-–‑/.&@+=%~]$/;
/** Marks of emphasis that a plain text has around its words. */
const QUOTE = /['_]/;
const NUMBERING =
  /^(?:\d+[a-z]?|[ivx]{2,}|am|pm|uhr|h|item|agenda|topic|top|punkt|point|punto|ponto|punt|bod|pkt)$/;
const LOUD = /^\p{Lu}{5,}$/u;
/** The colon in `TLP:RED` parts nothing. */
const TLP = /\btlp ?: ?/gi;
/** Only so much of a text is looked at for signs; words are never left out. */
const MOST_SIGNS = 40;

interface Draft {
  readonly words: string[];
  readonly raw: string[];
  readonly before: string;
  after: string;
}

interface Piece {
  readonly text: string;
  readonly isWord: boolean;
}

function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const edges = new Set<number>();
  for (const { kind, start, end } of spans) {
    if (kind !== "strong" && kind !== "emphasis" && kind !== "delete") continue;
    edges.add(start);
    edges.add(end);
  }
  const pieces: Piece[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (edges.has(index)) pieces.push({ text: "*", isWord: false });
    pieces.push({ text: piece, isWord: WORD.test(piece) });
    if (edges.has(index + piece.length)) pieces.push({ text: "*", isWord: false });
  }
  return pieces;
}

/** A text's words, cut at signs; code is read as the words that it is. */
export function segmentsOf(
  { text, plain }: { readonly text: string; readonly plain: string },
  spans: readonly Span[],
): readonly Segment[] {
  const shown = (text.includes(CODE) ? withCode(text, plain, spans) : text).replace(TLP, "tlp ");
  const segments: Draft[] = [];
  let open: Draft | null = null;
  let signs = "^";
  const pieces = piecesOf(shown, spans);
  for (const [index, { text: piece, isWord }] of pieces.entries()) {
    if (!isWord) {
      const isTight =
        TIGHT.test(piece) && pieces[index - 1]?.isWord === true && pieces[index + 1]?.isWord === true;
      if (piece.trim() === "" || isTight) continue;
      signs = signs.length < MOST_SIGNS ? signs + piece : signs;
      continue;
    }
    if (signs !== "" || open === null) {
      if (open !== null) open.after = signs;
      open = { words: [], raw: [], before: signs, after: "" };
      segments.push(open);
      signs = "";
    }
    open.raw.push(piece);
    open.words.push(tidyWord(piece));
  }
  if (open !== null) open.after = `${signs}$`;
  return segments.map(({ raw, before, after, words }) => ({
    words: withoutNumber(words),
    before,
    after,
    isLoud: LOUD.test(raw[0] ?? "") && raw.some((word) => word !== word.toUpperCase()),
  }));
}

function tidyWord(piece: string): string {
  const word = piece.toLowerCase().normalize("NFC").replaceAll("’", "'");
  return trimEnd(trimStart(word, QUOTE), QUOTE);
}

/** The text with its code as written, but for comments, which say how to mark something. */
function withCode(text: string, plain: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let shown = 0;
  for (const { kind, start, end } of spans) {
    const code = kind === "code" ? plain.slice(start, end) : "<";
    if (code.includes("<") || start < shown) continue;
    pieces.push(text.slice(shown, start), code);
    shown = end;
  }
  return pieces.join("") + text.slice(shown);
}

function withoutNumber(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !NUMBERING.test(word));
  return first <= 0 ? words : words.slice(first);
}
