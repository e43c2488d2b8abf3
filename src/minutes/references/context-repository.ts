import type { RepositoryName } from "../meeting.ts";
import type { Block } from "../page.ts";
import { endRun, trimEnd, trimStart } from "../../language/text/trim.ts";
import { readGitHubUrl } from "./github-url.ts";
import type { Mention } from "./mention.ts";
import type { Repositories } from "./repositories.ts";

/**
 * Which repository the words around a bare number name:
 *
 * | habit | example |
 * | --- | --- |
 * | a name right before it | `Kettle issue #194`, `octo/tea #12`, `in the tea repo: #12` |
 * | a name that issues are in | `two issues in the kettle spec - #12` |
 * | a name right behind it | `#12 in octo/tea`, `#12 on the tea repo` |
 * | a heading, lead-in or item above that is one | `### octo/tea`, `Pull requests on octo/tea`, `## Tea issues` |
 */
/** Words that may be between a name and its number. */
const KIND = new RegExp(
  " (?:github|repo|repository|tracker|issues?|prs?|pull requests?|tickets?|bugs?|discussions?|open|" +
    "closed|new|merged)$",
  "i",
);
const NAMED_BEFORE = new RegExp(
  "\\b(?:issues?|prs?|pull requests?|bugs?|tickets?) (?:filed |opened |open )?" +
    "(?:in|on|at|for|against) (?:the )?(\\w[\\w./-]*)(?: [\\w-]+){0,2}$",
  "i",
);
const BEHIND_REPOSITORY = / repo(?:sitory)?[.,;:]? (?:issue |pr |pull request |see )?$/i;
const LONGEST_NAME = 62;
const REPOSITORY_BEHIND =
  /^['")\]]* (?:in|on|from|of|for|at) the (?:[\w.-]{1,40} )?([\w][\w.-]{0,60}) repo(?:sitory)?\b/i;
const BEHIND = new RegExp(
  "^['\")\\]]*,? \\(?(?:in|on|from|of|for|at) (?:the )?['\"]?((?:[\\w.-]{1,60}/)?[\\w][\\w.-]{0,60}\\w)" +
    "( repo(?:sitory)?\\b| issue tracker)?",
  "i",
);
const SLUG = /(?<![\w./@-])([A-Za-z\d][\w-]{0,38}\/[\w.-]{0,99}\w)(?![\w/])/g;
const HEADING_NAME = new RegExp(
  "^(?:\\d+[.)] )?(?:the )?([\\w.-]{2,60}?)(?:'s)?((?: (?:open|nominated|labell?ed|repo|repository|" +
    "issues?|prs?|pull requests?|tickets?|discussions?|and|&|/))*)(?: \\(.{0,20}\\))?[\\s:]*$",
  "i",
);

/** Words in front of a mention that name its repository. */
export function repositoryBefore(
  text: string,
  mention: Mention,
  repositories: Repositories,
): RepositoryName | null {
  const before = text.slice(Math.max(0, mention.start - 90), mention.start);
  const named = namedBefore(before);
  const found = named === null ? null : repositories.byWord(named, true);
  const next = nameBefore(before);
  if (found !== null || next === null) return found;
  return repositories.byWord(next.name, next.hasKind || mention.start < mention.offset);
}

/** `issues in the kettle spec - `, `the tea repo: `: the name that the words say is a repository's. */
function namedBefore(before: string): string | null {
  const named = NAMED_BEFORE.exec(trimEnd(before, /[\s:("'[.,–—-]/))?.[1];
  if (named !== undefined) return named;
  const behind = BEHIND_REPOSITORY.exec(before)?.index;
  if (behind === undefined) return null;
  const run = trimStart(endRun(before.slice(0, behind), /[\w.-]/).slice(-LONGEST_NAME), /[.-]/);
  return run.length > 1 && /\w$/.test(run) ? run : null;
}

/** `Kettle issue `, `octo/tea `: the name that a text ends in, and whether a word for issues follows it. */
function nameBefore(before: string): { readonly name: string; readonly hasKind: boolean } | null {
  let rest = trimEnd(before, /[\s:("'[-]/);
  const hasKind = KIND.test(rest);
  while (KIND.test(rest)) rest = rest.replace(KIND, "");
  // A hyphen right behind the name is its own.
  if (!hasKind) rest += /^-*/.exec(before.slice(rest.length))?.[0] ?? "";
  rest = rest.replace(/'s$/i, "");
  const name = endRun(rest, /[\w./-]/);
  const isName =
    /^(?:[\w.-]+\/)?\w[\w.-]*$/.test(name) && name.split("/").every((part) => part.length < LONGEST_NAME);
  return isName && /(?:^|[\s(["'*])@?$/.test(rest.slice(0, -name.length)) ? { name, hasKind } : null;
}

/** Words behind a mention that name its repository. */
export function repositoryBehind(
  text: string,
  mention: Mention,
  repositories: Repositories,
): RepositoryName | null {
  const behind = text.slice(mention.end, mention.end + 140);
  const named = REPOSITORY_BEHIND.exec(behind)?.[1];
  const found = named === undefined ? null : repositories.byWord(named, true);
  if (found !== null) return found;
  const match = BEHIND.exec(behind);
  if (match?.[1] === undefined) return null;
  const isNamed = match[2] !== undefined;
  return match[1].includes("/") || isNamed ? repositories.byWord(match[1], true) : null;
}

/**
 * The repository that a heading, a lead-in or an item names, for what is below it. `CI/CD` is one only where the
 * configuration or a link of the page says so.
 */
export function repositoryOfTitle(
  block: Block,
  repositories: Repositories,
  hosts: readonly string[],
): RepositoryName | null {
  for (const span of block.spans) {
    const page = span.url === undefined ? null : readGitHubUrl(span.url, hosts);
    if (page !== null && page.number === null && span.end - span.start > block.text.length / 3) {
      return repositories.spell(page.repository);
    }
  }
  for (const [slug] of block.text.matchAll(SLUG)) {
    const known = repositories.bySlugWord(slug);
    if (known !== null) return known;
  }
  // `## Tea Pot` is the repository `tea-pot`.
  const hyphened =
    block.text.length < 60 && !block.text.includes("/")
      ? repositories.byWord(block.text.trim().replace(/\s+/g, "-"), true)
      : null;
  const match = HEADING_NAME.exec(block.text);
  return hyphened ?? (match?.[1] === undefined ? null : repositories.byWord(match[1], true));
}
