import { isMarkWord } from "../mark-word.ts";
import type { Sign, SignSource } from "./sign.ts";

/** `** Private` of Org, `== Private ==` of wikis and AsciiDoc, `h2. Private` of Textile. */
const HEADING = /^(\*{2,8}|={1,6}|h[1-6]\.) {1,3}(\S[^\n]{0,120})$/;

/** Headings that Markdown has none of: what they are about continues to the next of their level. */
export function headingSigns({ lines, isCode, own }: SignSource): readonly Sign[] {
  const signs: Sign[] = [];
  let open: number | null = null;
  for (const [index, text] of lines.entries()) {
    const heading = /^[*=h]/.test(text) ? HEADING.exec(text.trimEnd()) : null;
    const line = index + 1;
    if (heading === null || isCode(line)) continue;
    const [, sign = "", words = ""] = heading;
    const level = sign.startsWith("h") ? Number(sign[1]) : sign.length;
    if (open !== null && level <= open) {
      signs.push({ line: index, endLine: index, does: "closes", isBehindText: false });
      open = null;
    }
    if (open !== null || !isMarkWord(words.replaceAll("=", " "), own)) continue;
    open = level;
    signs.push({ line, endLine: line, does: "opens", isBehindText: false });
  }
  return signs;
}
