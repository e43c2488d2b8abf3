import { endRun, trimEnd } from "../../language/text/trim.ts";

/** What a link to an issue begins with, in front of the `#` or `/issues/` of its number. */
function beginningOf(before: string, isAddress: boolean): string {
  if (!isAddress) return trimEnd(before, /[\w./-]/);
  const scheme = before.search(/https?:\/\//);
  return before.slice(0, scheme);
}

/** The text without the link to an issue that it ends in: `Tag it (octo-org/app#12)`, `Tag it https://…/issues/12`. */
export function withoutLink(text: string, number: number): string {
  const words = text.trimEnd();
  const last = endRun(words, /\S/);
  for (const sign of [`/issues/${number}`, `#${number}`]) {
    const at = last.indexOf(sign);
    const behind = last.slice(at + sign.length);
    const isAddress = sign.startsWith("/");
    const isLink = at !== -1 && /^(?!\w)[^)\]>]*[)\]>]?$/.test(behind);
    if (!isLink || (isAddress && !/https?:\/\//.test(last.slice(0, at)))) continue;
    const rest = `${words.slice(0, words.length - last.length)}${beginningOf(last.slice(0, at), isAddress)}`;
    return rest.replace(/[([<]$/, "").trimEnd();
  }
  return text;
}
