import type { Block, Span } from "../page.ts";
import { readGitHubUrl } from "./github-url.ts";
import type { Mention } from "./mention.ts";
import type { Repositories } from "./repositories.ts";

const URL_TEXT = /(?:https?:\/\/|www\.)[^\s<>"'`|\uE000\uFFFC]+/gi;
const BARE_HOST = /(?<![\w./:@-])(?:github\.com)\/[^\s<>"'`|\uE000\uFFFC]+/gi;
const FILLER = "\uE001";

export interface UrlScan {
  readonly mentions: readonly Mention[];
  /** The text with every address blanked, so that no number in one is taken for a mention. */
  readonly rest: string;
  /** Links that lead to no issue: what they read is not a mention either. */
  readonly blockedSpans: readonly Span[];
}

/** Ends an address where a Markdown link gone wrong or a second address begins. */
function cutAddress(address: string): string {
  const end = address.search(/\]\(|\)\(|\)\[|[([]https?:/);
  return end < 0 ? address : address.slice(0, end);
}

const isElsewhere = (url: string): boolean => /^(?:[a-z][a-z+.-]*:|\/\/|www\.)/i.test(url);

/** Finds addresses: links and those that stand in the text. */
export function scanUrls(block: Block, hosts: readonly string[], repositories: Repositories): UrlScan {
  const mentions: Mention[] = [];
  const blockedSpans: Span[] = [];
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
    if (found === "page" || (found === "none" && isElsewhere(span.url))) blockedSpans.push(span);
  }
  const links = block.spans.filter((span) => span.kind === "link");
  const blank = (match: string, offset: number): string => {
    const address = cutAddress(match);
    // A link that reads as an address leads where its target says.
    const isLinked = links.some((span) => span.start <= offset && offset < span.end);
    if (!isLinked) add(address, offset, offset + address.length);
    const others = match.slice(address.length);
    return (
      FILLER.repeat(address.length) +
      (others === ""
        ? ""
        : others.replace(URL_TEXT, (url, at) => blank(url, offset + address.length + Number(at))))
    );
  };
  let rest = block.text;
  if (/https?:|www\./i.test(rest)) rest = rest.replace(URL_TEXT, blank);
  if (rest.includes("github.com/")) rest = rest.replace(BARE_HOST, blank);
  return { mentions, rest, blockedSpans };
}
