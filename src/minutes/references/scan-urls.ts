import type { Block, Span } from "../page.ts";
import { covering } from "../sorted.ts";
import { readGitHubUrl } from "./github-url.ts";
import type { Mention } from "./mention.ts";
import type { Repositories } from "./repositories.ts";
import { lastNumber, numberOfLabel, trackerNumber } from "./trackers.ts";

/** An address ends where a Markdown link gone wrong or a second address begins. */
const ADDRESS = "(?:(?!\\]\\(|\\)\\(|\\)\\[|[(\\[]https?:)[^\\s<>\"'`|\\uE000\\uFFFC])+";
const URL_TEXT = new RegExp(`(?:https?:\\/\\/|www\\.)${ADDRESS}`, "gi");
const FILLER = "\uE001";

export interface UrlScan {
  readonly mentions: readonly Mention[];
  /** The text with every address blanked, so that no number in one is treated as a mention. */
  readonly rest: string;
  /** Links that lead to no issue: what they read is not a mention either. */
  readonly blockedSpans: readonly BlockedSpan[];
  /** The numbers of other trackers that addresses lead to, or that links to other hosts read as. */
  readonly foreign: readonly number[];
  /** Addresses of other hosts that end in a number. */
  readonly numbered: readonly NumberedAddress[];
  /** Whether an address leads to an issue of another tracker. */
  readonly hasTracker: boolean;
}

/** An address that ends in a number, and its place. */
export interface NumberedAddress {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

export interface BlockedSpan extends Span {
  /** It leads to another host. */
  readonly isElsewhere: boolean;
}

/** `github.com/owner/name/issues/1`, as people say it without `https://`. */
function bareAddress(host: string): RegExp {
  return new RegExp(`(?<![\\w./:@-])${host.replaceAll(".", "\\.")}\\/${ADDRESS}`, "gi");
}

const isElsewhere = (url: string): boolean => /^(?:[a-z][a-z+.-]*:|\/\/|www\.)/i.test(url);

/** Finds addresses: links and those in the text. */
export function scanUrls(block: Block, hosts: readonly string[], repositories: Repositories): UrlScan {
  const mentions: Mention[] = [];
  const blockedSpans: BlockedSpan[] = [];
  const foreign: (number | null)[] = [];
  let hasTracker = false;
  const numbered: NumberedAddress[] = [];
  const addForeign = (url: string, start: number, end: number) => {
    const number = trackerNumber(url);
    foreign.push(number);
    const last = number ?? lastNumber(url);
    if (last !== null) numbered.push({ start, end, number: last });
    hasTracker ||= number !== null;
  };
  const add = (url: string, offset: number, end: number): "issue" | "page" | "none" => {
    const page = readGitHubUrl(url, hosts);
    if (page === null) return "none";
    const repository = repositories.spell(page.repository);
    repositories.addSeen(repository);
    if (page.number === null) return "page";
    mentions.push({
      offset,
      end,
      start: offset,
      number: page.number,
      kind: page.kind,
      repository,
      isListed: false,
    });
    return "issue";
  };
  for (const span of block.spans) {
    if (span.kind !== "link" || span.url === undefined) continue;
    const found = add(span.url, span.start, span.end);
    if (found === "issue" || (found === "none" && !isElsewhere(span.url))) continue;
    blockedSpans.push({ ...span, isElsewhere: found === "none" });
    if (found === "page") continue;
    addForeign(span.url, span.start, span.end);
    foreign.push(numberOfLabel(block.text.slice(span.start, span.end)));
  }
  const links = block.spans.filter((span) => span.kind === "link");
  const blank = (address: string, offset: number): string => {
    // A link that reads as an address leads where its target says.
    if (covering(links, offset) === undefined && add(address, offset, offset + address.length) === "none")
      addForeign(address, offset, offset + address.length);
    return FILLER.repeat(address.length);
  };
  let rest = block.text;
  if (/https?:|www\./i.test(rest)) rest = rest.replace(URL_TEXT, blank);
  for (const host of new Set(["github.com", ...hosts])) {
    if (rest.includes(`${host}/`)) rest = rest.replace(bareAddress(host), blank);
  }
  mentions.sort((a, b) => a.start - b.start);
  return {
    mentions,
    rest,
    blockedSpans,
    foreign: foreign.filter((number) => number !== null),
    numbered,
    hasTracker,
  };
}
