import type { Block } from "../page.ts";
import { isMarkWord } from "./mark-word.ts";
import type { Mark } from "./marks.ts";

/**
 * What keeps a whole file private:
 *
 * | habit | example |
 * | --- | --- |
 * | front matter | `private: true`, `visibility: private`, `tags: [private]`, `public: false` |
 * | its name or folder | `2021-03-02-closed-session.md`, `confidential/2021-03-02.md` |
 * | a banner above the first topic | `CONFIDENTIAL`, `**Classification:** board only`, `These notes are confidential` |
 */
const FENCE = /^(?:---|\+\+\+)\s*$/;
const MOST_LINES = 200;
const TRUE = /^["']?(?:true|yes|y|on|1|full|all)["']?$/i;
const FALSE = /^["']?(?:false|no|n|off|0|none)["']?$/i;
const PUBLIC = /^(?:public|published?|is_public|public_visible|listed)$/;
/** Keys whose value says who may read it. */
const KEYS = new RegExp(
  "^(?:visibility|access|classification|confidentiality|sensitivity|audience|distribution|privacy|" +
    "status|tags?|labels?|categor(?:y|ies)|keywords?|class|type|kind|security|secrecy|tlp|scope|" +
    "permissions?|sharing|share|vertraulichkeit|sichtbarkeit|confidentialité|diffusion|visibilité|" +
    "visibilidad|etiquetas|schlagworte)$",
);
/** A banner is among the first blocks, this many. */
const TOP = 12;

/** Whether front matter keeps the file private; lists and nested keys too. */
export function isPrivateFrontMatter(lines: readonly string[], own: readonly string[]): boolean {
  const first = (lines[0] ?? "").replace(/^\uFEFF/, "");
  if (!FENCE.test(first)) return false;
  let key = "";
  for (const line of lines.slice(1, MOST_LINES)) {
    if (FENCE.test(line) || line.trimEnd() === "...") return false;
    const text = line.trim();
    if (text.startsWith("#") && isMarkWord(text.replace(/^#+ ?/, ""), own)) return true;
    const sign = line.search(/[:=]/);
    const isElement = text.startsWith("- ") && (sign < 0 || KEYS.test(key));
    // `visibility: >-` has its value on the lines below.
    const continues = !isElement && sign < 0 && /^[ \t]/.test(line);
    if (!isElement && !continues && sign < 0) continue;
    if (!isElement && !continues) key = unquoted(line.slice(0, sign)).toLowerCase();
    const value = isElement ? text.slice(2) : continues ? text : line.slice(sign + 1);
    if (keepsPrivate(key, withoutRemark(value), own)) return true;
  }
  return false;
}

function keepsPrivate(key: string, value: string, own: readonly string[]): boolean {
  if (isMarkWord(key, own)) return TRUE.test(value) || isMarkWord(value, own);
  if (PUBLIC.test(key)) return FALSE.test(value);
  if (!KEYS.test(key)) return false;
  return value
    .replaceAll(/[[\]]/g, "")
    .split(/[,;]/)
    .some((word) => isMarkWord(unquoted(word), own) || /^internal$/i.test(unquoted(word)));
}

const unquoted = (text: string): string => text.replaceAll(/["'{}]/g, "").trim();
/** A value without a remark, a type (`!!str`) and the braces of JSON. */
const withoutRemark = (value: string): string =>
  (value.split(" #")[0] ?? "")
    .replaceAll(/[{}]/g, "")
    .trim()
    .replace(/^!\S* /, "");

/** Whether a file's name, or a folder that it is in, is a mark. */
export function isPrivatePath(path: string, own: readonly string[]): boolean {
  const parts = path.split("/");
  const name = (parts.pop() ?? "").replace(/\.\w{1,10}$/, "");
  const words = name
    .split(/[-_.\s]+/)
    .filter((word) => !/^\d*$/.test(word))
    .join(" ");
  return [...parts, words].some((part) => isMarkWord(part, own));
}

/** Whether a banner above the first topic keeps all of it private. */
export function hasBanner(blocks: readonly Block[], marks: readonly Mark[]): boolean {
  const title = blocks.findIndex(({ kind }) => kind === "heading");
  const next = blocks.findIndex(({ kind }, index) => kind === "heading" && index !== title);
  const isTitleFirst = title >= 0 && title < TOP && blocks[title]?.depth === 1;
  const end = isTitleFirst ? (next < 0 ? blocks.length : next) : title < 0 ? blocks.length : title;
  return marks.slice(0, Math.min(end, TOP)).some(({ isBanner }) => isBanner);
}
