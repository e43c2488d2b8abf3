import type { BlockNode, Speech } from "./markdown/block-node.ts";
import type { People } from "./people.ts";
import { allWords } from "../language/languages.ts";
import { trimEnd } from "../language/text/trim.ts";

/**
 * Who speaks, in front of what is said:
 *
 * | habit | example | who |
 * | --- | --- | --- |
 * | a chat's nick | `<ada> I will look` | anybody |
 * | HackMD's name tag | `[name=Ada] (5m): parser` | anybody |
 * | bold or italic with a colon | `**Ada Byron:** hello`, `*Ada:* +1` | anybody whose label is a name |
 * | a label | `Ada: hello`, `Ada Byron (10 min): parser`, `Ada (ACME): hi` | a person known, or a name that speaks
 *   twice |
 * | bold with a dash or nothing | `**Ada** - parser`, `**Ada** (5 min): parser`, `**Ada** finished it` | a person
 *   known |
 * | a name, dash or comma | `Ada - started`, `Ada, we should`, `Ada, 5min: parser` | a person known |
 */
const NICK = /^<([\w|`^[\]{}\\-]+)>\s*/;
const NAME_TAG = /^\[name=([^\]]{1,60})\]\s*(?:\([^)]{0,40}\))?\s*:?\s*/;
const NAME =
  "@?[\\p{L}][\\p{L}\\p{M}\\p{N}.'_-]*(?: (?:[\\p{Lu}][\\p{L}\\p{M}.'’_-]*|de|du|van|den|der|von|la|le|da|" +
  "bin|al)){0,3}";
const BRACKET = "(?: ?\\([^()]{0,40}\\)| ?\\[[^[\\]]{0,40}\\])?";
const LABEL = new RegExp(`^(${NAME}(?:(?:, | & |/| and )${NAME}){0,3})${BRACKET} ?:(?=\\s|$)\\s*`, "u");
const TIMED = new RegExp(`^(${NAME}),? ?\\(?\\d{1,3} ?(?:m|min|mins|minutes)\\)? ?:\\s*`, "u");
const DASHED = new RegExp(`^(${NAME})${BRACKET} (?:-{1,3}|–|—) `, "u");
const COMMA = new RegExp(`^(${NAME}), (?=\\p{L})`, "u");
const WHOLE_NAME = new RegExp(`^${NAME}$`, "u");
const AFTER_BOLD = /^\s*(?:\([^)]{0,40}\)|\[[^\]]{0,40}\])?\s*(?::|-{1,3}(?= )|–|—)?\s*/;
const CONTINUES = /^(?:…|\.\.\.)\s*/;

/** Labels that are no names. Whole words, lower case. */
const LABELS = allWords(({ names }) => names?.notSpeakers);
const isLabelWord = (label: string): boolean =>
  label.split(/[\s/&,_-]+/).some((word) => LABELS.has(word.toLowerCase()));
const looksLikeName = (label: string): boolean =>
  /^@?[\p{Lu}\p{Lo}]/u.test(label) &&
  !/^\p{Lu}{4,}$/u.test(label) &&
  !isLabelWord(label) &&
  label.length <= 40;

interface OwnSpeech extends Speech {
  readonly speaker: string;
}

const strongAt = (block: BlockNode) =>
  block.spans.find((span) => span.start === 0 && (span.kind === "strong" || span.kind === "emphasis"));

/** `**Ada:** hello`, `**Ada**: hello`, `**Ada** - hello`. */
function readBold(block: BlockNode, people: People | null): OwnSpeech | null {
  const span = strongAt(block);
  if (span === undefined) return null;
  const inner = block.text.slice(0, span.end);
  const name = trimEnd(inner, /[\s:]/);
  if (!WHOLE_NAME.test(name)) return null;
  const after = AFTER_BOLD.exec(block.text.slice(span.end))?.[0] ?? "";
  const hasColon = inner.trimEnd().endsWith(":") || after.includes(":");
  const isSpeaker = people?.isKnown(name) === true || (hasColon && looksLikeName(name));
  return isSpeaker ? { speaker: name, speechStart: span.end + after.length } : null;
}

function readTag(text: string): OwnSpeech | null {
  const match = NICK.exec(text) ?? NAME_TAG.exec(text);
  return match?.[1] === undefined ? null : { speaker: match[1].trim(), speechStart: match[0].length };
}

const isAnybody = (names: string, people: People): boolean =>
  people.isKnown(names) || names.split(/, | & |\/| and /).every((name) => people.isKnown(name));

/** `Ada: hello` where Ada is known. */
function readPlain(block: BlockNode, people: People): OwnSpeech | null {
  for (const pattern of [LABEL, TIMED, DASHED, COMMA]) {
    const match = pattern.exec(block.text);
    const name = match?.[1];
    if (name !== undefined && isAnybody(name, people))
      return { speaker: name, speechStart: match?.[0].length ?? 0 };
  }
  return null;
}

/** Names that speak although nobody lists them: bold or tagged once, or in front of a colon twice. */
export function findSpeakers(blocks: readonly BlockNode[]): string[] {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "row") continue;
    const sure = readTag(block.text) ?? readBold(block, null);
    const label = sure === null ? LABEL.exec(block.text)?.[1] : undefined;
    const name = sure?.speaker ?? label;
    if (name === undefined || !looksLikeName(name)) continue;
    counts.set(name, (counts.get(name) ?? 0) + (sure === null ? 1 : 2));
  }
  return [...counts].filter(([, count]) => count > 1).map(([name]) => name);
}

/** Who speaks in each block where that is known, and where their words begin. */
export function findSpeech(blocks: readonly BlockNode[], people: People): ReadonlyMap<BlockNode, Speech> {
  const found = new Map<BlockNode, Speech>();
  let before: BlockNode | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "row") {
      before = null;
      continue;
    }
    const speech =
      readTag(block.text) ??
      readBold(block, people) ??
      readPlain(block, people) ??
      continuedSpeech(block, before, found);
    if (speech !== null) found.set(block, speech);
    before = block.kind === "code" ? before : block;
  }
  return found;
}

/** The speaker of the block before continues. */
function continuedSpeech(
  block: BlockNode,
  before: BlockNode | null,
  found: ReadonlyMap<BlockNode, Speech>,
): Speech | null {
  const continues = CONTINUES.exec(block.text);
  if (before === null || (continues === null && block.continues !== before)) return null;
  return { speaker: found.get(before)?.speaker ?? null, speechStart: continues?.[0].length ?? 0 };
}
