import type { Context, ReferenceDraft } from "../context.ts";
import type { ReferenceKind, RepositoryName } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { repositoryBefore, repositoryBehind } from "./context-repository.ts";
import { covering } from "../sorted.ts";
import { isStruckAt } from "../struck.ts";
import { findListed } from "./listed-repositories.ts";
import { isAside } from "./asides.ts";
import { doubtOf, isEscapedThroughout } from "./doubts.ts";
import { findEnumerations, ranks } from "./enumerations.ts";
import { isExcluded, mayEndTitle } from "./exclusions.ts";
import { KnownNumbers } from "./known-numbers.ts";
import type { Mention } from "./mention.ts";
import { Repositories } from "./repositories.ts";
import { scanNumbers } from "./scan-numbers.ts";
import { type NumberedAddress, type BlockedSpan, scanUrls } from "./scan-urls.ts";
import { findTitleScopes } from "./title-scope.ts";

/** A block's mentions before it is known which repository the bare numbers belong to. */
interface Scanned {
  readonly block: Block;
  /** The text, addresses blanked. */
  readonly rest: string;
  /** In the order of the text. */
  readonly urls: readonly Mention[];
  /** The numbers that addresses in the block give. */
  readonly said: ReadonlySet<number>;
  readonly numbers: readonly Mention[];
  readonly blocked: readonly BlockedSpan[];
  /** It leads to an issue of another tracker, and to none of GitHub's. */
  readonly isForeign: boolean;
  /** The numbers of other trackers that addresses in it give. */
  readonly foreign: ReadonlySet<number>;
  /** Addresses of other hosts that end in a number. */
  readonly numbered: readonly NumberedAddress[];
  /** The numbers in it rank something. */
  readonly isRanking: boolean;
}

/** A bare number's repository, by the rules in the order of the table. */
interface Resolved {
  readonly repository: RepositoryName;
  readonly from: ReferenceDraft["repositoryFrom"];
  readonly doubt: ReferenceDraft["doubt"];
}

/** A link's text up to this length is the number itself, `[PR #12](…)`, not a title that may name another. */
const LONGEST_LABEL = 16;

/** Only these can hold a mention: an address, a `#`, or a word with a number. */
const CANDIDATE = /[#/]|\d/;

/**
 * Finds mentions of issues, pull requests and discussions. Spellings: `scan-urls.ts`, `scan-numbers.ts`. Numbers that
 * are something else: `exclusions.ts`, `enumerations.ts`. The repository of a bare number is that of
 *
 * | rule | example |
 * | --- | --- |
 * | the link that it is the text of | `[#12](https://github.com/octo/tea/pull/12)` |
 * | the words around it | `Tea issue #12`, `#12 in octo/tea` |
 * | the mention that it is listed with | `octo/tea#12, #13 and #14` |
 * | an address with the same number nearby | `#12 <https://github.com/octo/tea/pull/12>` |
 * | the titles above it | `### octo/tea` |
 * | the configuration | `repository: octo/tea` |
 *
 * One per line and target. Those that may be something else are marked: `doubts.ts`.
 */
export function findReferences(page: Page, context: Context): ReferenceDraft[] {
  const { options } = context;
  const hosts = options.hosts.map((host) => host.toLowerCase());
  const repositories = new Repositories(options);
  const known = new KnownNumbers();
  const foreign = new KnownNumbers();
  const scanned: Scanned[] = [];
  for (const block of page.blocks) {
    if (block.kind === "row" || block.kind === "code") continue;
    if (!CANDIDATE.test(block.text) && block.spans.length === 0) continue;
    const { mentions, rest, blockedSpans, ...others } = scanUrls(block, hosts, repositories);
    for (const number of others.foreign) foreign.add(number, block.line, "");
    const numbers = scanNumbers(rest, repositories, options.prefixes).concat(cellNumber(block));
    for (const mention of [...mentions, ...numbers]) {
      if (mention.repository !== null)
        known.add(mention.number, block.lineAt(mention.offset), mention.repository);
    }
    if (mentions.length + numbers.length > 0)
      scanned.push({
        block,
        rest,
        urls: mentions,
        numbers,
        blocked: blockedSpans,
        isForeign: others.hasTracker && mentions.length === 0,
        foreign: new Set(others.foreign),
        numbered: others.numbered,
        isRanking: ranks(rest),
        said: new Set(mentions.map(({ number }) => number)),
      });
  }
  const scopes = findTitleScopes(page.blocks, repositories, hosts);
  const counted = findEnumerations(page.blocks);
  const resolver = {
    named: namedIn(scanned),
    lines: page.lines,
    isEscapedThroughout: isEscapedThroughout(page.source),
    titles: new Set(context.topics.map(({ line }) => line)),
    repositories,
    known,
    foreign,
    scopes,
    fallback: options.repository,
    listedAt: findListed(page.source.split(/\r\n|\n|\r/), context.topicAt),
  };
  const drafts = scanned.flatMap((text) => readBlock(text, resolver, counted.has(text.block.id)));
  return onePerLine(drafts);
}

function namedIn(scanned: readonly Scanned[]): ReadonlyMap<Block, ReadonlySet<string>> {
  const named = new Map<Block, ReadonlySet<string>>();
  for (const { block, urls, numbers } of scanned) {
    const repositories = [...urls, ...numbers].flatMap(({ repository }) => repository?.toLowerCase() ?? []);
    if (repositories.length > 0) named.set(block, new Set(repositories));
  }
  return named;
}

/** A bare number in a table's column of issues. */
function cellNumber(block: Block): Mention[] {
  if (block.kind !== "cell" || block.table === null || !/^\d{1,7}$/.test(block.text)) return [];
  const header = block.table.header[block.table.column ?? 0] ?? "";
  const isColumn =
    block.table.row > 0 && /^(?:issues?|prs?|pull requests?)(?: ?(?:#|no\.?|numbers?))?$/i.test(header);
  if (!isColumn || Number(block.text) === 0) return [];
  const kind: ReferenceKind = /^i/i.test(header) ? "issue" : "pull";
  const place = { offset: 0, start: 0, end: block.text.length };
  return [{ ...place, number: Number(block.text), kind, repository: null, isListed: false }];
}

interface Resolver {
  readonly repositories: Repositories;
  readonly known: KnownNumbers;
  /** Numbers of other trackers. */
  readonly foreign: KnownNumbers;
  readonly scopes: readonly (RepositoryName | null)[];
  readonly fallback: RepositoryName | null;
  /** The repositories of the issues that blocks name by themselves, in lower case. */
  readonly named: ReadonlyMap<Block, ReadonlySet<string>>;
  readonly lines: readonly string[];
  readonly isEscapedThroughout: boolean;
  /** The lines on which topics begin. */
  readonly titles: ReadonlySet<number>;
  /** The repositories of which a line's topic links a list of issues. */
  readonly listedAt: (line: number) => ReadonlySet<string>;
}

function readBlock(text: Scanned, resolver: Resolver, isCounted: boolean): ReferenceDraft[] {
  const { block } = text;
  const add = (mention: Mention, resolved: Resolved): ReferenceDraft => ({
    ...draft(block, mention, resolved),
    ...(isAside(text.rest, mention) ? { isAside: true } : {}),
  });
  const drafts = text.urls
    .filter(({ offset }) => !isStruckAt(block, offset))
    .map((mention) => add(mention, { repository: mention.repository ?? "", from: "mention", doubt: null }));
  let before: Resolved | null = null;
  let isNone = false;
  let end = 0;
  for (const mention of text.numbers) {
    if (isStruckAt(block, mention.offset)) continue;
    // `cases #1, #2 and #3`: what the first is, the others are.
    const between = text.rest.slice(end, mention.start);
    const isOneOfThem =
      mention.isListed && (mention.offset < end || /[,&–—-]|\.\.|and|or|to|through/i.test(between));
    const counts = isCount(text, mention);
    const mayCount = counts && resolver.titles.has(block.line) && mayEndTitle(text.rest, mention);
    isNone = (isNone && isOneOfThem) || isSomethingElse(text, mention, isCounted) || (counts && !mayCount);
    end = mention.end;
    if (isNone || (mention.repository === null && isLabel(text, mention))) {
      before = null;
      continue;
    }
    const resolved: Resolved | null =
      mention.isListed && before !== null ? before : resolve(text, mention, mayCount, resolver);
    before = resolved;
    if (resolved !== null) drafts.push(add(mention, resolved));
  }
  return drafts;
}

/** Whether a number counts something of the minutes' own, or is another tracker's. */
function isSomethingElse(text: Scanned, mention: Mention, isCounted: boolean): boolean {
  if (mention.isOthers === true) return true;
  if (covering(text.blocked, mention.offset)?.isElsewhere === true) return true;
  // A short name says no more than the number: `kite#12 (https://codeberg.org/…/12)`.
  const isShort = !text.rest.slice(mention.offset, mention.end).includes("/");
  if (text.numbered.some((address) => isBeside(text.block.text, mention, address))) return true;
  if (text.isRanking && mention.repository === null && mention.number < 10) return true;
  if (isShort && text.urls.length === 0 && text.foreign.has(mention.number)) return true;
  if (mention.repository !== null) return false;
  return isCounted && mention.start < 6 && mention.number < 100;
}

const BETWEEN = /^[\s:,()[\]–—-]{0,5}$/;

/** `https://forum.example.org/t/12 (#12)`: the number tells where the address leads. */
function isBeside(text: string, mention: Mention, { start, end, number }: NumberedAddress): boolean {
  if (number !== mention.number || text.slice(mention.offset, mention.end).includes("/")) return false;
  const between = mention.offset >= end ? text.slice(end, mention.offset) : text.slice(mention.end, start);
  return BETWEEN.test(between) && (mention.offset >= end || mention.end <= start);
}

/** Whether the words around a number say that it is no issue's. */
const isCount = (text: Scanned, mention: Mention): boolean =>
  mention.repository === null && !text.said.has(mention.number) && isExcluded(text.rest, mention);

/** Whether a number is what a link reads as: `[#12](…/issues/13)` leads where it leads. */
function isLabel(text: Scanned, mention: Mention): boolean {
  if (covering(text.blocked, mention.offset) !== undefined) return true;
  const link = covering(text.urls, mention.offset);
  return link !== undefined && link.end - link.offset < LONGEST_LABEL;
}

function resolve(text: Scanned, mention: Mention, mayCount: boolean, resolver: Resolver): Resolved | null {
  const { repositories, known, foreign, scopes, fallback, named, lines } = resolver;
  if (mention.repository !== null) return { repository: mention.repository, from: "mention", doubt: null };
  const context = (repository: RepositoryName | null): Resolved | null =>
    repository === null ? null : { repository, from: "context", doubt: null };
  const link = covering(text.urls, mention.offset);
  const line = text.block.lineAt(mention.offset);
  const stated =
    context(link?.repository ?? null) ??
    context(repositoryBefore(text.rest, mention, repositories)) ??
    context(repositoryBehind(text.rest, mention, repositories)) ??
    context(known.find(mention.number, line));
  if (stated !== null) return stated;
  if (text.isForeign || foreign.find(mention.number, line) !== null) return null;
  const doubt = doubtOf(mention, {
    block: text.block,
    rest: text.rest,
    mayCount,
    line: lines[line - 1] ?? "",
    isEscapedThroughout: resolver.isEscapedThroughout,
    named,
    usual: fallback,
    listed: resolver.listedAt(line),
  });
  const scope = scopes[text.block.id] ?? null;
  if (scope !== null) return { repository: scope, from: "context", doubt };
  return fallback === null ? null : { repository: fallback, from: "configuration", doubt };
}

function draft(block: Block, mention: Mention, { repository, from, doubt }: Resolved): ReferenceDraft {
  const { number, kind, offset } = mention;
  const target = `${repository}#${number}`;
  return {
    block,
    offset,
    line: block.lineAt(offset),
    target,
    repository,
    number,
    kind,
    repositoryFrom: from,
    doubt,
  };
}

/** The first mention of each target on a line, with the kind that any of them says. */
function onePerLine(drafts: readonly ReferenceDraft[]): ReferenceDraft[] {
  const found = new Map<string, ReferenceDraft>();
  for (const one of drafts) {
    const key = `${one.line} ${one.target.toLowerCase()}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, one);
    else
      found.set(key, {
        ...(first.isAside === true ? one : first),
        kind: first.kind === "unknown" ? one.kind : first.kind,
        doubt: one.doubt === null ? null : first.doubt,
      });
  }
  return [...found.values()].sort(
    (a, b) => a.line - b.line || a.block.id - b.block.id || a.offset - b.offset,
  );
}
