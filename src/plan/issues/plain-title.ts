import { removeInvisible } from "../quote/characters.ts";

/** A text of the minutes in one line without Markdown, as a title can hold it. */
export function plainTitle(value: string): string {
  return removeInvisible(value)
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/<?https?:\/\/[^\s>)\]]+>?/gi, (url) => shortUrl(url.replace(/^<|>$/g, "")))
    .replace(/\{\.[\w-]+\}/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/(?<![\p{L}\p{N}])(\*{1,3}|_{1,3}|~~)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replaceAll("`", "")
    .replace(/<\/?[a-z][^>]*>|<!--.*?-->/gi, "")
    .replace(/(?<![\p{L}\p{N}])@(?=[\w-])/gu, "")
    .replace(/^[\s>#*+|-]*(?:\[[ xX]\]\s*)?/, "")
    .replace(/^\[([^\]]{8,})\]/, "$1")
    .replace(/\s+(?=[\s:;,.!?)]|$)/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?:\s+[*_~]+|[\s.:;,|–—([{-])+$/u, "")
    .trim();
}

/** What people call the page behind an address: `owner/repo#1`, or its host. */
function shortUrl(url: string): string {
  const issue = /^https?:\/\/[^/]+\/([\w-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)/.exec(url);
  if (issue !== null) return `${issue[1]}#${issue[2]}`;
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? "";
}
