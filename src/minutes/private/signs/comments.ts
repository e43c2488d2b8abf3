import { isMarkWord, LONGEST_WORDS } from "../mark-word.ts";
import type { Sign, SignSource } from "./sign.ts";

const COMMENT_START = "<!--";
const COMMENT_END = "-->";
const PUBLIC = /^(?:public|not private|on the record)$/;
const OWN = /^minutebook ?:? ?/;
const OPENING = /^(?:begin|start|open)(?: ?: ?| )|(?: | ?: ?)(?:true|yes|begins?|starts?)$/;
const ENDING = /^(?:\/|end of |(?:ends?|stop|close)(?: ?: ?| ))|(?: | ?: ?)(?:false|no|off|ends?|stops?)$/;
/** What people write for a comment where HTML is not allowed. */
const LABEL = /^ {0,3}\[[^\][]{1,20}\]: ?(?:#|<#?>) ?["'(]([^"')]{1,120})["')] {0,3}$/;

export function commentSigns({ source, lines, lineAt, isCode, own }: SignSource): readonly Sign[] {
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
export function labelSigns({ lines, isCode, own }: SignSource): readonly Sign[] {
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
