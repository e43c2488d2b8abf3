import { type InlineText, normalizeText } from "./inline.ts";
import type { Span } from "../page.ts";

const PIECE = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([A-Za-z][\w-]*)((?:[^\w<>-][^<>]*)?)>|\n|[^<\n]+|</g;
const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/i;
const CODE_ELEMENTS = new Set(["pre", "code", "script", "style", "svg"]);
const BREAKING = new Set([
  "br",
  "p",
  "div",
  "li",
  "tr",
  "td",
  "th",
  "summary",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "dt",
  "dd",
]);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** A line of an HTML block. */
export interface HtmlLine extends InlineText {
  /** 1 to 6: it is a heading. null: it is none. */
  readonly depth: number | null;
}

const HEADING = /^h([1-6])$/;

/** Collects the text between tags, a line of the source at a time. */
class HtmlLines {
  readonly lines: HtmlLine[] = [];
  private depth: number | null = null;
  private text = "";
  private spans: Span[] = [];
  private link: { start: number; url: string } | null = null;
  private code = 0;
  private line: number;

  constructor(line: number) {
    this.line = line;
  }

  newLine(): void {
    this.flush();
    this.line += 1;
  }

  comment(text: string): void {
    for (const _ of text.matchAll(/\n/g)) this.newLine();
  }

  append(text: string): void {
    if (this.code === 0) this.text += decode(text);
  }

  tag(isClosing: boolean, name: string, attributes: string): void {
    if (CODE_ELEMENTS.has(name)) this.code = Math.max(0, this.code + (isClosing ? -1 : 1));
    if (BREAKING.has(name)) this.flush();
    const [, depth] = HEADING.exec(name) ?? [];
    if (depth !== undefined) this.depth = isClosing ? null : Number(depth);
    if (name !== "a") return;
    const url = HREF.exec(attributes)?.[1];
    if (!isClosing) this.link = url === undefined ? null : { start: this.text.length, url };
    else if (this.link !== null) {
      this.spans.push({
        kind: "link",
        start: this.link.start,
        end: this.text.length,
        url: this.link.url,
        bare: false,
      });
      this.link = null;
    }
  }

  flush(): void {
    if (this.link !== null) this.tag(true, "a", "");
    const { text, spans, line } = this;
    const lead = text.length - text.trimStart().length;
    const plain = text.trim();
    const clamp = (offset: number) => Math.min(Math.max(offset - lead, 0), plain.length);
    if (plain !== "") {
      const moved = spans.map((span) => ({ ...span, start: clamp(span.start), end: clamp(span.end) }));
      const place = { breaks: [], line, endLine: line, depth: this.depth };
      this.lines.push({ text: normalizeText(plain), plain, spans: moved, ...place });
    }
    this.text = "";
    this.spans = [];
  }
}

/** The text of an HTML block (`<details>`, `<table>`), line by line. Comments and code elements are left out. */
export function readHtml(value: string, line: number): readonly HtmlLine[] {
  const html = new HtmlLines(line);
  for (const [piece, comment, slash, name, attributes] of value.matchAll(PIECE)) {
    if (comment !== undefined) html.comment(comment);
    else if (name !== undefined) {
      html.tag(slash === "/", name.toLowerCase(), attributes ?? "");
      for (const _ of (attributes ?? "").matchAll(/\n/g)) html.newLine();
    } else if (piece === "\n") html.newLine();
    else html.append(piece);
  }
  html.flush();
  return html.lines;
}
