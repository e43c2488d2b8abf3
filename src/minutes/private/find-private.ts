import type { LineRange } from "../meeting.ts";
import type { BlockNode } from "../markdown/block-node.ts";
import { findFenced } from "./fences.ts";
import { lineSignFinder } from "./line-signs.ts";
import { privateLogLines } from "./log-lines.ts";
import { isMarkWord } from "./mark-word.ts";
import { type Mark, readMark } from "./marks.ts";
import { trimBoth } from "../../language/text/trim.ts";
import { absorb, isInside, merge } from "./ranges.ts";
import { Surroundings } from "./surroundings.ts";
import { hasBanner, isPrivateFrontMatter, isPrivatePath } from "./whole.ts";

/** Private parts, and the lines of fences without an end. */
export interface PrivateParts {
  readonly parts: readonly LineRange[];
  readonly openFences: readonly number[];
}

/** What is looked at for private parts. */
export interface Looked {
  readonly path: string;
  readonly source: string;
  readonly lines: readonly string[];
  readonly blocks: readonly BlockNode[];
  readonly isLog: boolean;
  /** A team's own words for what is private. */
  readonly markers: readonly string[];
}

const INFO = /^ {0,12}[`~]{3,} ?[{.]{0,2}(?:private|confidential)\b/;
const NO_ISSUE =
  /^(?:<[^<>]{1,40}> ?|[\p{L}\p{N}_ .'-]{1,40}: ?)?github(?: issue| topic| url)? ?: ?none\.?$/iu;
const ISSUE = /\bgithub(?: issue| topic| url)? ?: ?https?:/i;

/**
 * Finds the lines that are read for nothing and quoted nowhere. In doubt a line is among them: a part without an end
 * continues to the next topic.
 *
 * | habit | what is kept | example |
 * | --- | --- | --- |
 * | a heading that says so, by itself or in a part of it | everything up to the next heading of its level |
 *   `## Executive session`, `## Board / Confidential` |
 * | a line, item or cell that says so, behind a speaker too | it and what hangs below it; the row of a cell |
 *   `- [private] wages`, `**Ada:** off the record, 950`, `950 (confidential)` |
 * | a line that says nothing else, or that the meeting goes private | everything up to the stated end, or to
 *   the next topic | `**Off the record**`, `We went into executive session` |
 * | a line or heading that says so of all that follows | everything up to the stated end, whatever the topics |
 *   `The rest of the meeting was off the record`, `Exclusion of press and public`, `Public minutes end here` |
 * | an item or line that says so of what is above | the item above, the topic so far | `- 950` with
 *   `- (confidential)` below, `The above is not for publication` |
 * | a column that says so | the rows that say yes | `yes` below `Confidential?` |
 * | signs around it | everything between them, or to the end of the file | `<!-- minutebook: private -->` …
 *   `<!-- /minutebook: private -->`, `[private]` … `[/private]`, `<private>` … `</private>`, `<div class="private">`,
 *   `::: private` … `:::`, `{% if private %}` … `{% endif %}`, `{{< private >}}`, `== Private ==` of a wiki |
 * | attributes, pictures, footnotes | the heading's part, the block | `## Wages {.private}`, `![private](lock.png)`,
 *   `[^private]: …` |
 * | `Github: none` in a transcript | the topic, up to the next `Github: …` | `<ada> Github: none` |
 */
export function findPrivateParts(looked: Looked): PrivateParts {
  const { path, source, lines, blocks, isLog, markers } = looked;
  const own = markers
    .map((word) =>
      word
        .toLowerCase()
        .replaceAll(/[-\s]+/g, " ")
        .trim(),
    )
    .filter(Boolean);
  const all: PrivateParts = { parts: [{ line: 1, endLine: lines.length }], openFences: [] };
  const logged = isLog ? privateLogLines(lines, own) : [];
  if (logged === null || isPrivatePath(path, own)) return all;
  if (!isLog && isPrivateFrontMatter(lines, own)) return all;
  const hasSign = lineSignFinder(lines, own);
  const marks = blocks.map((block) => markOf(block, { lines, own, markers, hasSign }));
  if (hasBanner(blocks, marks)) return all;
  const around = new Surroundings(blocks, marks, lines.length);
  const code = blocks.filter(({ kind }) => kind === "code");
  const isCode = (line: number): boolean => isInside({ line, endLine: line }, code);
  const fenced = isLog ? { parts: [], open: [], strays: [] } : findFenced({ source, lines, isCode, own });
  const strays = fenced.strays.map((line) => ({ line: around.startOf(line), endLine: line }));
  const known = merge([...fenced.parts, ...strays]);
  const parts = [...logged, ...known, ...around.marked(known), ...withoutIssue(blocks, around)];
  if (parts.length === 0) return { parts, openFences: [] };
  const whole = merge(absorb(merge(parts), blocks));
  return { parts: isAllOf(whole, blocks) ? all.parts : whole, openFences: fenced.open };
}

interface Known {
  readonly lines: readonly string[];
  readonly own: readonly string[];
  readonly markers: readonly string[];
  readonly hasSign: (line: number) => boolean;
}

function markOf(block: BlockNode, { lines, own, markers, hasSign }: Known): Mark {
  const mark = readMark(block, own);
  if (mark.isPrivate) return mark;
  const line = lines[block.line - 1] ?? "";
  const isSigned =
    hasSign(block.line) ||
    [block.endLine, block.endLine + 1].some((at) => lines[at - 1]?.startsWith("{") === true && hasSign(at));
  const isMarkedCode = block.kind === "code" && INFO.test(line);
  const isOwn = markers.some((word) => beginsWith(block.text, word));
  return isSigned || isMarkedCode || isOwn || isTicked(block, own) ? { ...mark, isPrivate: true } : mark;
}

const YES = /^(?:yes|y|x|true|✓|✔|✅|☑|ja|oui|sí|sim|はい|是)$/iu;

/** `yes` in a column such as `Confidential?`. */
function isTicked({ kind, table, text }: BlockNode, own: readonly string[]): boolean {
  if (
    kind !== "cell" ||
    table?.column == null ||
    table.row === 0 ||
    !YES.test(trimBoth(text, /[\s*_.!()[\]]/))
  )
    return false;
  return isMarkWord((table.header[table.column] ?? "").replace("?", ""), own);
}

/** Whether a text begins with a team's word, whatever signs the word has. */
function beginsWith(text: string, word: string): boolean {
  const start = text.search(/[\p{L}\p{N}]/u);
  const from = text.toLowerCase().indexOf(word.toLowerCase());
  if (word.trim() === "" || from < 0 || from > Math.max(start, 0)) return false;
  return !/^[\p{L}\p{N}]/u.test(text.slice(from + word.length));
}

/** Topics that somebody said are for no issue. */
function withoutIssue(blocks: readonly BlockNode[], around: Surroundings): readonly LineRange[] {
  const parts: LineRange[] = [];
  for (const [index, block] of blocks.entries()) {
    const isKnown = block.line <= (parts.at(-1)?.endLine ?? 0);
    if (isKnown || block.kind !== "paragraph" || !NO_ISSUE.test(block.text)) continue;
    const end = around.endOfTopic(index);
    let at = index + 1;
    while (at < blocks.length && (blocks[at]?.line ?? 0) <= end && !ISSUE.test(blocks[at]?.text ?? ""))
      at += 1;
    const next = blocks[at];
    const isTaken = next !== undefined && next.line <= end;
    parts.push({ line: around.startOf(block.line), endLine: isTaken ? next.line - 1 : end });
  }
  return parts;
}

/** Whether nothing is left but headings above and nothing at all below. */
function isAllOf(parts: readonly LineRange[], blocks: readonly BlockNode[]): boolean {
  const [first] = parts;
  if (parts.length !== 1 || first === undefined) return false;
  const last = Math.max(0, ...blocks.map(({ endLine }) => endLine));
  const before = blocks.filter(({ line }) => line < first.line);
  return first.endLine >= last && before.length === 0;
}
