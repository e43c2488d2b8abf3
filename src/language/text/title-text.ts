import { plainText } from "./plain-text.ts";
import { trimEnd } from "./trim.ts";

const ISSUE = /^https?:\/\/[^/\s]+\/[\w-]+\/[\w.-]+\/(?:issues|pull|discussions)\/\d/i;
/** An address that is no target of a link: what a link says is in front of it. */
const ADDRESS = /(?<!\]\()(?:<?https?:\/\/|www\.)[^\s>)\]]+>?/gi;
/** What leads to an address and has no sense without it. */
const LEAD = /(?<![\p{L}\p{N}])(?:at|to|see|here|via|on|in|from|e\.g|link|links|url|is|are|and|or)$/iu;
const LOOSE = /[\s(,.:–—-]/;
/** The name of an element that people write about: `<listOrg>`. HTML has none with a capital in it. */
const ELEMENT = /<(\/?[a-z]{1,20}[A-Z][A-Za-z]{0,20}\/?)>/g;
const NUMBER = /^[\s>*+|-]*#(?=\d)/;

/** A text of the minutes in one line without Markdown and without addresses, of which a title would show the hosts. */
export function titleText(value: string): string {
  const text = withoutAddresses(value).replaceAll(ELEMENT, "\uE003$1\uE004");
  // A number in front is no heading.
  const plain = NUMBER.test(text) ? `#${plainText(text.replace(NUMBER, ""))}` : plainText(text);
  return plain.replaceAll("\uE003", "<").replaceAll("\uE004", ">");
}

function withoutAddresses(value: string): string {
  let text = "";
  let from = 0;
  for (const { 0: address, index } of value.matchAll(ADDRESS)) {
    if (ISSUE.test(address.replace(/^</, ""))) continue;
    const before = value.slice(from, index);
    const shorter = withoutLeads(before);
    text += shorter;
    from = index + address.length;
    // Of a bracket that has opened before the address and is empty now.
    if (value[from] === ")" && before.slice(shorter.length).includes("(")) from += 1;
  }
  const whole = text + value.slice(from);
  return /\p{L}/u.test(whole) ? whole : value;
}

function withoutLeads(text: string): string {
  const shorter = trimEnd(text, LOOSE).replace(LEAD, "");
  return shorter === text ? text : withoutLeads(shorter);
}
