import type { Block, BlockKind, Span, TablePlace } from "../page.ts";
import type { InlineText, LineBreak } from "./inline.ts";

/** Who speaks in a block, and where their words begin. */
export type Speech = Pick<Block, "speaker" | "speechStart">;

/** A `Block` under construction: what is known only after all blocks exist is filled in later. */
export class BlockNode implements Block {
  id = -1;
  readonly kind: BlockKind;
  readonly depth: number;
  readonly line: number;
  endLine: number;
  lastLine: number;
  parent: BlockNode | null = null;
  readonly children: BlockNode[] = [];
  previous: BlockNode | null = null;
  next: BlockNode | null = null;
  heading: BlockNode | null = null;
  leadIn: BlockNode | null = null;
  text: string;
  plain: string;
  spans: readonly Span[];
  checked: boolean | null = null;
  struck = false;
  quoted = false;
  table: TablePlace | null = null;
  speaker: string | null = null;
  speechStart = 0;
  continues: BlockNode | null = null;
  private breaks: readonly LineBreak[];

  constructor(kind: BlockKind, depth: number, inline: InlineText) {
    this.kind = kind;
    this.depth = depth;
    this.line = inline.line;
    this.endLine = inline.endLine;
    this.lastLine = inline.endLine;
    this.text = inline.text;
    this.plain = inline.plain;
    this.spans = inline.spans;
    this.breaks = inline.breaks;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.breaks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.breaks[middle];
      if (at !== undefined && at.offset <= offset) low = middle + 1;
      else high = middle;
    }
    return this.breaks[low - 1]?.line ?? this.line;
  }

  toInline(): InlineText {
    const { text, plain, spans, breaks, line, endLine } = this;
    return { text, plain, spans, breaks, line, endLine };
  }

  setSpeech({ speaker, speechStart }: Speech): void {
    this.speaker = speaker;
    this.speechStart = speechStart;
  }

  /** Has only this part of its text from now on. */
  take({ text, plain, spans, breaks, endLine }: InlineText): void {
    if (this.lastLine === this.endLine && this.kind === "paragraph") this.lastLine = endLine;
    Object.assign(this, { text, plain, spans, breaks, endLine });
  }

  /** Takes `count` characters off the text's beginning. */
  drop(count: number): void {
    const clamp = (offset: number) => Math.max(offset - count, 0);
    this.text = this.text.slice(count);
    this.plain = this.plain.slice(count);
    this.spans = this.spans.map((span) => ({ ...span, start: clamp(span.start), end: clamp(span.end) }));
    this.breaks = this.breaks.map((at) => ({ ...at, offset: clamp(at.offset) }));
  }
}

/** A text on one line, without spans. */
export function plainInline(text: string, line: number, endLine: number = line): InlineText {
  return { text, plain: text, spans: [], breaks: [], line, endLine };
}
