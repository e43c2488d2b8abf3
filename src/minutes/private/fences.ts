import type { LineRange } from "../meeting.ts";
import { firstAt } from "../sorted.ts";
import { readMark } from "./marks.ts";

/** Parts between two signs. */
export interface Fenced {
  readonly parts: readonly LineRange[];
  /** The lines of signs that nothing ends: private to the end of the file. */
  readonly open: readonly number[];
  /** The lines of signs that end what nothing began. */
  readonly strays: readonly number[];
}

/** A comment, a tag or a line of colons that begins or ends something. */
interface Sign {
  readonly line: number;
  readonly endLine: number;
  readonly does: "opens" | "closes";
  /** Without an end it is about the text before it on its line. */
  readonly isBehindText: boolean;
}

const COMMENT_START = "<!--";
const COMMENT_END = "-->";
const PUBLIC = /^(?:public|not private|on the record)$/;
const OWN = /^minutebook ?:? ?/;
const OPENING = /^(?:begin|start|open)(?: ?: ?| )|(?: | ?: ?)(?:true|yes|begins?|starts?)$/;
const ENDING = /^(?:\/|end of |(?:ends?|stop|close)(?: ?: ?| ))|(?: | ?: ?)(?:false|no|off|ends?|stops?)$/;
/** What people write for a comment where HTML is not allowed. */
const LABEL = /^ {0,3}\[[^\][]{1,20}\]: ?(?:#|<#?>) ?["'(]([^"')]{1,120})["')] {0,3}$/;
const TAGS = /<(\/?)([a-z][\w-]{0,40})([^<>]{0,400})>/gi;
const CLASS = /\bclass ?= ?["']?([^"'<>]{1,200})/i;
const COLONS = /^ {0,12}(:{3,}) ?([^:]{0,120})$/;
const TEMPLATE = /^ {0,12}\{% ?(end)?([a-z_]{1,40}) ?%\}/i;
/** A directive of MyST, with its title. */
const DIRECTIVE = /^[ \t>]{0,12}(`{3,}|~{3,}) ?\{[\w-]{1,30}\} ?([^`\n]{0,120})$/;
const CLASS_OPTION = /^[ \t>]{0,12}:class: ?([^:]{1,120})$/;
const MOST_OPTIONS = 5;
const LONGEST_WORDS = 120;

/** Whether a few words are a mark of privacy and nothing else. */
export function isMarkWord(words: string, own: readonly string[]): boolean {
  const text = words.replaceAll(/[_-]/g, " ").trim();
  if (text === "" || text.length > LONGEST_WORDS) return false;
  const mark = readMark({ kind: "heading", text, plain: text, spans: [] }, own);
  return mark.isPrivate && mark.isAlone;
}

/** What stands between comments, tags, colons of pandoc and MyST, and tags of a template that are marks. */
export function findFenced(
  source: string,
  lines: readonly string[],
  isCode: (line: number) => boolean,
  own: readonly string[],
): Fenced {
  const lineAt = lineFinder(source);
  const all = [
    pairUp(
      [...commentSigns(source, lines, lineAt, isCode, own), ...labelSigns(lines, isCode, own)].toSorted(
        (a, b) => a.line - b.line,
      ),
      lines.length,
      true,
    ),
    pairUp(tagSigns(source, lineAt, isCode, own), lines.length, false),
    pairUp(colonSigns(lines, isCode, own), lines.length, false),
    pairUp(templateSigns(lines, isCode, own), lines.length, false),
    pairUp(directiveSigns(lines, isCode, own), lines.length, false),
  ];
  return {
    parts: all.flatMap(({ parts }) => parts),
    open: all.flatMap(({ open }) => open),
    strays: all.flatMap(({ strays }) => strays),
  };
}

function pairUp(signs: readonly Sign[], lastLine: number, isComment: boolean): Fenced {
  const parts: LineRange[] = [];
  const strays: number[] = [];
  let open: Sign | null = null;
  for (const sign of signs) {
    if (sign.does === "opens") {
      open ??= sign;
    } else if (open === null) strays.push(sign.line);
    else {
      parts.push({ line: open.line, endLine: sign.endLine });
      open = null;
    }
  }
  if (open === null) return { parts, open: [], strays };
  const isOfItsLine = open.isBehindText;
  parts.push({ line: open.line, endLine: isOfItsLine ? open.endLine : lastLine });
  return { parts, open: isComment && !isOfItsLine ? [open.line] : [], strays };
}

/** Finds the line of an offset. */
function lineFinder(source: string): (offset: number) => number {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
    return firstAt(starts, offset + 1, (start) => start);
  };
}

function commentSigns(
  source: string,
  lines: readonly string[],
  lineAt: (offset: number) => number,
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  const signs: Sign[] = [];
  /** Whether a line has words before its first comment. */
  let known = { line: 0, hasText: false };
  for (let at = source.indexOf(COMMENT_START); at >= 0; ) {
    const close = source.indexOf(COMMENT_END, at + COMMENT_START.length);
    const end = close < 0 ? source.length : close;
    const line = lineAt(at);
    const text = source.slice(at + COMMENT_START.length, Math.min(end, at + 2 * LONGEST_WORDS));
    const does = isCode(line) || source[at - 1] === "`" ? null : readComment(text, own);
    if (does !== null) {
      const isOurs = OWN.test(text.trim().toLowerCase());
      if (line !== known.line) {
        const text = lines[line - 1] ?? "";
        const start = text.indexOf(COMMENT_START);
        known = { line, hasText: /[\p{L}\p{N}]/u.test(start < 0 ? text : text.slice(0, start)) };
      }
      const isBehindText = !isOurs && known.hasText;
      signs.push({ line, endLine: lineAt(end), does, isBehindText });
    }
    at = source.indexOf(COMMENT_START, end);
  }
  return signs;
}

/** `[//]: # (private)`. */
function labelSigns(
  lines: readonly string[],
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  return lines.flatMap((text, index): readonly Sign[] => {
    const words = text.includes("]: ") ? LABEL.exec(text)?.[1] : undefined;
    const line = index + 1;
    const does = words === undefined || isCode(line) ? null : readComment(words, own);
    return does === null ? [] : [{ line, endLine: line, does, isBehindText: false }];
  });
}

/** `private`, `/minutebook: private`, `end of confidential part`. null: another comment. */
function readComment(text: string, own: readonly string[]): Sign["does"] | null {
  const said = text.replaceAll(/\s+/g, " ").trim().toLowerCase();
  const slash = said.startsWith("/") ? "/" : "";
  const words = `${slash}${said.slice(slash.length).trim().replace(OWN, "").replace(/^\/ ?/, "/")}`;
  if (PUBLIC.test(words.replace("/", ""))) return "closes";
  if (ENDING.test(words) && isMarkWord(words.replace(ENDING, ""), own)) return "closes";
  if (isMarkWord(words, own) || isMarkWord(words.replace(OPENING, ""), own)) return "opens";
  return null;
}

/** `<private>` and `<div class="private">`, up to what ends them. */
function tagSigns(
  source: string,
  lineAt: (offset: number) => number,
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  const signs: Sign[] = [];
  let open: { name: string; depth: number } | null = null;
  for (const { 0: tag, 1: slash, 2: name = "", 3: attributes = "", index } of source.matchAll(TAGS)) {
    if (source[index - 1] === "`" || attributes.endsWith("/")) continue;
    const line = lineAt(index);
    if (isCode(line)) continue;
    const place = { line, endLine: lineAt(index + tag.length), isBehindText: false };
    if (open === null) {
      const classes = CLASS.exec(attributes)?.[1]?.split(" ") ?? [];
      const isMarked = [name, ...classes].some((word) => isMarkWord(word, own));
      if (!isMarked || slash === "/") continue;
      open = { name, depth: 1 };
      signs.push({ ...place, does: "opens" });
    } else if (name === open.name) {
      open.depth += slash === "/" ? -1 : 1;
      if (open.depth > 0) continue;
      open = null;
      signs.push({ ...place, does: "closes" });
    }
  }
  return signs;
}

/** The first word, and the title behind it. */
function splitFirst(name: string): readonly string[] {
  const end = name.search(/\s/);
  return end < 0 ? [name] : [name.slice(0, end), name.slice(end)];
}

/** `::: private` … `:::`, `:::{note} Private` … `:::`. */
function colonSigns(
  lines: readonly string[],
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  const signs: Sign[] = [];
  let depth = 0;
  for (const [index, text] of lines.entries()) {
    const colons = text.includes(":::") ? COLONS.exec(text) : null;
    const line = index + 1;
    if (colons === null || isCode(line)) continue;
    const name = (colons[2] ?? "").replaceAll(/[{}.]/g, " ").trim();
    const place = { line, endLine: line, isBehindText: false };
    if (depth > 0) {
      depth += name === "" ? -1 : 1;
      if (depth === 0) signs.push({ ...place, does: "closes" });
    } else if ([name, ...splitFirst(name)].some((part) => isMarkWord(part, own))) {
      depth = 1;
      signs.push({ ...place, does: "opens" });
    }
  }
  return signs;
}

/** ```` ```{note} Private ````, or with `:class: private` below, up to the end of that fence. */
function directiveSigns(
  lines: readonly string[],
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  const signs: Sign[] = [];
  let open: string | null = null;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const place = { line, endLine: line, isBehindText: false };
    if (open !== null) {
      const end = text.replace(/^[ \t>]+/, "").trimEnd();
      if (!end.startsWith(open) || end !== (open[0] ?? "").repeat(end.length)) continue;
      open = null;
      signs.push({ ...place, does: "closes" });
      continue;
    }
    const directive = text.includes("{") ? DIRECTIVE.exec(text) : null;
    if (directive === null || isCode(line)) continue;
    const options = lines.slice(index + 1, index + 1 + MOST_OPTIONS);
    const classes = options.flatMap((option) => CLASS_OPTION.exec(option)?.[1]?.split(" ") ?? []);
    if (![directive[2] ?? "", ...classes].some((word) => isMarkWord(word, own))) continue;
    open = directive[1] ?? null;
    signs.push({ ...place, does: "opens" });
  }
  return signs;
}

/** `{% private %}` … `{% endprivate %}`. */
function templateSigns(
  lines: readonly string[],
  isCode: (line: number) => boolean,
  own: readonly string[],
): readonly Sign[] {
  return lines.flatMap((text, index): readonly Sign[] => {
    const tag = text.includes("{%") ? TEMPLATE.exec(text) : null;
    const line = index + 1;
    if (tag === null || isCode(line) || !isMarkWord(tag[2] ?? "", own)) return [];
    return [{ line, endLine: line, isBehindText: false, does: tag[1] === undefined ? "opens" : "closes" }];
  });
}
