import { readMark } from "./marks.ts";

export const LONGEST_WORDS = 120;

/** Whether a few words are a mark of privacy and nothing else. */
export function isMarkWord(words: string, own: readonly string[]): boolean {
  const text = words.replaceAll(/[_-]/g, " ").trim();
  if (text === "" || text.length > LONGEST_WORDS) return false;
  const mark = readMark({ kind: "heading", text, plain: text, spans: [] }, own);
  return mark.isPrivate && mark.isAlone;
}
