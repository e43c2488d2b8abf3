import escapeStringRegexp from "escape-string-regexp";
import type { Context, MilestoneDraft } from "../context.ts";
import type { RepositoryName } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { isStruckAt } from "../struck.ts";
import { isOtherNumber, type Neighbors } from "./exclusions.ts";
import { readOutcome } from "./outcome.ts";

/** A milestone's title and whose it is. */
interface Title {
  readonly title: string;
  readonly repository: RepositoryName;
}

const VERSION = /^v?\d+(?:\.\d+)*/i;
const escapeTitle = (title: string): string => escapeStringRegexp(title).replace(/\s+/g, "\\s+");
const key = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^v(?=\d)/, "");

/**
 * Finds mentions of releases that are milestones:
 *
 * | habit | example |
 * | --- | --- |
 * | the title | `20.3`, `Beta 2` |
 * | with or without its `v` | `v20.3` |
 * | behind the product or a word | `tea 20.3`, `tea-20.3`, `the 20.3 milestone` |
 *
 * A version that continues (`20.3` in `20.3.1` or `20.3rc1`) and a version of something else (`exclusions.ts`) is none.
 * One per line and title.
 */
export function findMilestones(page: Page, context: Context): MilestoneDraft[] {
  const titles = titlesOf(context);
  if (titles.size === 0) return [];
  const pattern = titlePattern([...titles.values()].map(({ title }) => title));
  const neighbors = neighborsOf(context);
  const found = new Map<string, MilestoneDraft>();
  for (const block of page.blocks) {
    if (block.kind === "row" || block.kind === "code") continue;
    for (const draft of readBlock(block, pattern, titles, neighbors)) {
      const place = `${draft.line} ${draft.title}`;
      const first = found.get(place);
      if (first === undefined || first.outcome === null)
        found.set(place, first === undefined ? draft : { ...first, outcome: draft.outcome });
    }
  }
  return [...found.values()];
}

function titlesOf({ options }: Context): ReadonlyMap<string, Title> {
  const titles = new Map<string, Title>();
  for (const [repository, own] of Object.entries(options.milestonesByRepository)) {
    for (const title of own) titles.set(key(title), { title, repository });
  }
  for (const title of options.milestones)
    titles.set(key(title), { title, repository: options.repository ?? "" });
  return titles;
}

/** All titles in one pattern, longest first, so that `20.3.1` is not read as `20.3`. */
export function titlePattern(titles: readonly string[]): RegExp {
  const longestFirst = titles.toSorted((a, b) => b.length - a.length);
  const words = longestFirst.map((title) => escapeTitle(title.replace(/^v(?=\d)/i, "")));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_.])(?:v\\.? ?)?(${words.join("|")})(?![\\p{L}\\p{N}_]|\\.\\d|` +
      "[-.](?:rc|beta|alpha|dev|pre)|\\.x\\b)",
    "giu",
  );
}

/** Names that may come before a version: the repositories' own. */
function neighborsOf({ options }: Context): Neighbors {
  const own = new Set<string>();
  const slugs = [
    ...Object.values(options.repositories),
    ...(options.repository === null ? [] : [options.repository]),
  ];
  for (const name of [...Object.keys(options.repositories), ...slugs.flatMap((slug) => slug.split("/"))]) {
    own.add(name.toLowerCase().replace(/\.js$/, ""));
  }
  return { own };
}

function readBlock(
  block: Block,
  pattern: RegExp,
  titles: ReadonlyMap<string, Title>,
  neighbors: Neighbors,
): MilestoneDraft[] {
  const text = /:\/\/|www\./.test(block.text) ? blankAddresses(block.text) : block.text;
  const drafts: MilestoneDraft[] = [];
  for (const match of text.matchAll(pattern)) {
    const title = titles.get(key(match[1] ?? ""));
    const end = match.index + match[0].length;
    if (
      title === undefined ||
      isStruckAt(block, match.index) ||
      (VERSION.test(title.title) && isOtherNumber(text, match.index, end, neighbors))
    )
      continue;
    const outcome = readOutcome(text, match.index, end);
    drafts.push({ block, offset: match.index, line: block.lineAt(match.index), ...title, outcome });
  }
  return drafts;
}

const blankAddresses = (text: string): string =>
  text.replace(/(?:https?:\/\/|www\.)\S+/gi, (address) => "\uE001".repeat(address.length));
