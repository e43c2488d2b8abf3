import type { PhrasingContent } from "mdast";
import { CODE, IMAGE, type Span, type SpanKind } from "../page.ts";
import { own } from "../own.ts";

/** Phrasing content on one logical line, with the places where the source breaks it. */
export interface InlineText {
  readonly text: string;
  readonly plain: string;
  readonly spans: readonly Span[];
  readonly breaks: readonly LineBreak[];
  readonly line: number;
  readonly endLine: number;
}

/** From `offset` on, the text is on `line`. */
export interface LineBreak {
  readonly offset: number;
  readonly line: number;
  /** The author wanted a new line: two spaces, a backslash, `<br>`. */
  readonly hard: boolean;
}

/** Finds where a reference-style link or footnote leads. */
export type FindDefinition = (identifier: string) => string | undefined;

/** Names of HTML elements that people write in Markdown; `<nick>` is none of them and stays text. */
const ELEMENTS = new Set(
  (
    "a abbr b big blockquote br center cite code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr " +
    "i img input ins kbd li mark ol p picture pre q s samp small source span strike strong sub summary " +
    "sup table tbody td tfoot th thead tr tt u ul var video"
  ).split(" "),
);
const TAG = /^<(\/?)([A-Za-z][\w-]*)/;
const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/i;
const WRAPPERS: Readonly<Record<string, SpanKind>> = {
  s: "delete",
  del: "delete",
  strike: "delete",
  b: "strong",
  strong: "strong",
  em: "emphasis",
  i: "emphasis",
  code: "code",
};

const SMART = /[\u2018\u2019\u201B\u02BC\u2032\u201C\u201D\u201E\u2033]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\u200B\u2060\uFEFF\t]/g;
const straight = (quote: string): string => (quote >= "\u201C" && quote !== "\u2032" ? '"' : "'");

/** Signs and digits as East Asian scripts write them: as wide as a character, `：` for a colon. */
const WIDE = /[\uFF01-\uFF5E\u3001\u3002\u3010\u3011]/g;
const WIDE_ONLY: Readonly<Record<string, string>> = {
  "\u3001": ",",
  "\u3002": ".",
  "\u3010": "[",
  "\u3011": "]",
};
const narrow = (sign: string): string =>
  WIDE_ONLY[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xff01 + 0x21);

/** The text as rules look at it: straight quotes, plain spaces, narrow signs. As long as before. */
export function normalizeText(text: string): string {
  return text.replace(SMART, straight).replace(SPACES, " ").replace(WIDE, narrow);
}

const CODE_ATTRIBUTES = /^\{[.#:=][^{}\n]{0,80}\}/;
/** At the end of a heading or line: `{#id .class}`, `{: #id}`. */
const ATTRIBUTES = /^\{[:#.][^{}]*\}$/;
const LONGEST_ATTRIBUTES = 203;

/** The text without attributes of pandoc or kramdown at its end. */
export function withoutAttributes(inline: InlineText): InlineText {
  if (!inline.text.endsWith("}")) return inline;
  const open = inline.text.lastIndexOf("{");
  const attributes = inline.text.slice(open, open + LONGEST_ATTRIBUTES + 1);
  if (attributes.length > LONGEST_ATTRIBUTES || !ATTRIBUTES.test(attributes)) return inline;
  const end = inline.text.slice(0, open).trimEnd().length;
  if (end <= 0) return inline;
  const breaks = inline.breaks.filter((at) => at.offset <= end);
  return { ...inline, text: inline.text.slice(0, end), plain: inline.plain.slice(0, end), breaks };
}

/** Collects phrasing content. One instance makes one `InlineText`. */
class InlineWriter {
  private text = "";
  private plain = "";
  private readonly spans: Span[] = [];
  private readonly breaks: LineBreak[] = [];
  private readonly firstLine: number;
  private line: number;
  private readonly open: { name: string; start: number; url: string | undefined }[] = [];
  private readonly definitions: FindDefinition;

  constructor(line: number, definitions: FindDefinition) {
    this.firstLine = line;
    this.line = line;
    this.definitions = definitions;
  }

  finish(): InlineText {
    const { text, plain, spans, breaks } = this;
    const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text, plain, spans: sorted, breaks, line: this.firstLine, endLine: this.line };
  }

  writeAll(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.write(node);
  }

  private write(node: PhrasingContent): void {
    if (node.position !== undefined && node.position.start.line > this.line)
      this.line = node.position.start.line;
    switch (node.type) {
      case "text":
        this.writeText(node.value, node.position?.end.line ?? this.line);
        return;
      case "inlineCode":
        this.writeCode(node.value, node.position?.end.line ?? this.line);
        return;
      case "break":
        this.breakLine(Math.max(node.position?.end.line ?? 0, this.line), true);
        return;
      case "emphasis":
      case "strong":
      case "delete":
        this.wrap(node.type, node.children);
        return;
      case "link":
        this.writeLink(node.url, node.children);
        return;
      case "linkReference":
        this.writeLink(this.definitions(node.identifier) ?? "", node.children);
        return;
      case "image":
      case "imageReference":
        this.append(IMAGE, IMAGE);
        return;
      case "html":
        this.writeHtml(node.value);
        return;
      default:
        return;
    }
  }

  private append(text: string, plain: string): void {
    this.text += text;
    this.plain += plain;
  }

  private breakLine(line: number, hard: boolean): void {
    this.append(" ", " ");
    this.line = line;
    this.breaks.push({ offset: this.text.length, line, hard });
  }

  private writeText(text: string, endLine: number): void {
    // Pandoc writes what a code span is behind it: `` `tea`{.sh} ``.
    const isBehindCode = this.spans.at(-1)?.kind === "code" && this.text.endsWith(CODE);
    const value = isBehindCode ? text.replace(CODE_ATTRIBUTES, "") : text;
    const lines = value.split("\n");
    for (const [index, part] of lines.entries()) {
      if (index > 0) this.breakLine(Math.min(this.line + 1, endLine), false);
      this.append(normalizeText(part), part.replace(SPACES, " "));
    }
  }

  private writeCode(value: string, endLine: number): void {
    const start = this.text.length;
    this.append(CODE.repeat(value.length), value);
    this.spans.push({ kind: "code", start, end: this.text.length });
    this.line = Math.max(this.line, endLine);
  }

  private wrap(kind: SpanKind, children: readonly PhrasingContent[]): void {
    const start = this.text.length;
    this.writeAll(children);
    this.spans.push({ kind, start, end: this.text.length });
  }

  private writeLink(url: string, children: readonly PhrasingContent[]): void {
    const start = this.text.length;
    this.writeAll(children);
    const text = this.text.slice(start);
    this.spans.push({ kind: "link", start, end: this.text.length, url, bare: text === url });
  }

  private writeHtml(value: string): void {
    const lines = value.split("\n").length - 1;
    const tag = TAG.exec(value);
    const name = tag?.[2]?.toLowerCase();
    if (name === undefined) this.line += lines;
    else if (!ELEMENTS.has(name)) this.append(normalizeText(value), value);
    else if (name === "br") this.breakLine(this.line + lines, true);
    else if (tag?.[1] === "/") this.closeTag(name);
    else if (name === "img") this.append(IMAGE, IMAGE);
    else this.open.push({ name, start: this.text.length, url: HREF.exec(value)?.[1] });
  }

  private closeTag(name: string): void {
    const index = this.open.findLastIndex((tag) => tag.name === name);
    const [tag] = index < 0 ? [] : this.open.splice(index);
    if (tag === undefined) return;
    const place = { start: tag.start, end: this.text.length };
    const kind = own(WRAPPERS, name);
    if (tag.url !== undefined) {
      const bare = this.text.slice(place.start) === tag.url;
      this.spans.push({ kind: "link", ...place, url: tag.url, bare });
    } else if (kind !== undefined) this.spans.push({ kind, ...place });
  }
}

/** Puts phrasing content on one logical line. `line` is where it begins in the source. */
export function readInline(
  nodes: readonly PhrasingContent[],
  line: number,
  definitions: FindDefinition,
): InlineText {
  const writer = new InlineWriter(line, definitions);
  writer.writeAll(nodes);
  return writer.finish();
}
