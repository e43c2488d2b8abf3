import { ZERO_WIDTH_SPACE as ZWSP } from "./characters.ts";

/** A commit as GitHub makes a link of it: but not a day such as 20260131. */
const COMMIT = /(?<![\p{L}\p{N}_])(?!(?:19|20)\d{6}(?![\p{L}\p{N}_]))[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu;

/** An advisory, which GitHub makes a link of as well. */
const ADVISORY = /(GHSA|CVE)-(?=[\da-z]{4})/gi;

/** Words that name commits and advisories, broken by a character that nobody sees: no link is made of them. */
export function breakCommits(text: string): string {
  return text
    .replace(COMMIT, (commit) => commit.replace(/.{6}(?=.)/g, `$&${ZWSP}`))
    .replace(ADVISORY, `$1-${ZWSP}`);
}

/** What would become a mention, a reference, an address or a closing word, broken likewise. */
export function breakReferences(text: string): string {
  return breakCommits(text)
    .replace(/@(?=\S|$)/g, `@${ZWSP}`)
    .replace(/#(?=\d)/g, `#${ZWSP}`)
    .replace(/(GH-)(?=\d)/gi, `$1${ZWSP}`)
    .replace(/(https?|ftp|mailto|xmpp):/gi, `$1:${ZWSP}`)
    .replace(/(www)\./gi, `$1${ZWSP}.`);
}
