import { plainText } from "../../language/text/plain-text.ts";

const ADDRESS = /https?:\/\/[^\s)>\]]+/g;

/** The words by which an action is the same in one file: plain and in small letters, with whole addresses. */
export function namingWords(text: string): string {
  return [plainText(text).toLowerCase(), ...(text.match(ADDRESS) ?? [])].join(" ");
}
