import { trimEnd } from "../../language/text/trim.ts";

/**
 * Numbers of other trackers, which are not GitHub's:
 *
 * | habit | example |
 * | --- | --- |
 * | the link of the number leads to another host | `[#12](https://codeberg.org/octo/tea/issues/12)` |
 * | the same number right beside an address that ends in it | `https://forum.example.org/t/12 (#12)` |
 * | the same number beside such an address | `https://gitlab.com/octo/tea/-/issues/12 (#12)` |
 * | any number in a text with such an address and none of GitHub's |
 *   `[Bug #12](https://bugs.example.org/issues/12), as in #9` |
 * | the tracker's name before it, or before the list that it is in | `Bugzilla bug 12, bug 13`, `Jira #12` |
 * | its name or address behind it | `#12 (Redmine)`, `#12 in our Jira`, `#12 at codeberg.org/octo/tea` |
 * | a magazine's issue | `issue 12 of the magazine` |
 */
const NAMES =
  "bugzilla|bz|jira|trac|redmine|gitlab|launchpad|lp|phabricator|gerrit|codeberg|gitea|forgejo|" +
  "sourcehut|sourceforge|savannah|bitbucket|youtrack|mantis|zendesk|asana|linear\\.app|monday\\.com|" +
  "trello|clickup|azure devops";
const BEFORE = new RegExp(
  "\\b(?:bpo|rhbz|pep|rfc|uts|uax|utr|eip|erc|jep|cve|cwe|rt|mr|merge request|crbug|chromium|debian|fedora|" +
    `mozilla|webkit|llvm|gcc|${NAMES})(?:'s)?(?: (?:tracker|board|instance|queue|` +
    "project))?[),:]{0,2}[ -]?(?:bug|issue|ticket|feature|task|card|story)?s? ?$",
  "i",
);
/** `linear` and `Linear`: only its capital tells. */
const LINEAR_BEFORE = /\bLinear(?:'s)?(?: (?:issue|ticket|task)s?)? ?$/;
const LINEAR_BEHIND = /^['")\]]{0,3},? ?(?:\((?:in )?|in |on )(?:our |the )?Linear(?! \p{L})/u;
/** Who maintains what one's own project is made of: in another repository. */
const UPSTREAM = /\b(?:up|down)stream(?:'s)?(?: (?:bug|issue|ticket|pr|pull request))? $/i;
const LISTED_BEFORE = new RegExp(
  "(?:bugs?|issues?|tickets?|features?|tasks?)? ?#?\\d{1,7}(?:,? (?:and|or|&) |, ?|/)" +
    "(?:(?:bug|issue|ticket|feature|task)s? ?)?$",
  "i",
);
const BEHIND = new RegExp(
  "^['\")\\]]{0,3},? ?(?:(?:which|that) is |(?:is|now|tracked|filed|reported) )?" +
    "(?:[([](?:(?:in|on|at|from) )?|(?:in|on|at|from|of|via) )(?:the |our |their |your |its )?" +
    `(?:[\\w'-]{1,30} )?(?:${NAMES})\\b`,
  "i",
);
const HOST_BEHIND = /^['")\]]{0,3},? ?\(?(?:in|on|at|from|of) (?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}\/[\w.-]/i;
const PAPER =
  "(?:magazine|journal|newsletter|newspaper|bulletin|gazette|zine|fanzine|comic|weekly|quarterly)";
const OF_PAPER = new RegExp(
  `^ (?:of|in|from) (?:the|our|their|your|this|that|a|its) (?:[\\w-]{1,30} )?${PAPER}\\b`,
  "i",
);
const PAPERS = new RegExp(`\\b${PAPER}(?:'s)?,? ?$`, "i");
const MOST_LISTED = 12;

/**
 * A text without the numbers that it ends in and that are listed with the one behind it: `Bugzilla bug 12, bug 13, `.
 */
export function withoutListed(before: string): string {
  let rest = before;
  for (let count = 0; count < MOST_LISTED && LISTED_BEFORE.test(rest); count += 1)
    rest = rest.replace(LISTED_BEFORE, "");
  return rest;
}

const TRACKER_NAME = new RegExp(`^(?:${NAMES})$`, "i");

/** Whether a word is a tracker's name: `gitlab#12`. */
export function isTrackerName(word: string): boolean {
  return TRACKER_NAME.test(word);
}

/** Whether the words around a number say that it is another tracker's. */
export function isOfTracker(before: string, behind: string): boolean {
  if (BEFORE.test(withoutListed(before)) || LINEAR_BEFORE.test(before) || UPSTREAM.test(before)) return true;
  if (LINEAR_BEHIND.test(behind)) return true;
  return BEHIND.test(behind) || HOST_BEHIND.test(behind) || OF_PAPER.test(behind) || PAPERS.test(before);
}

const ADDRESSES = [
  new RegExp(
    "/(?:issues?|merge_requests|pulls?|pull-requests|tickets?|bugs?|work_items|tasks?|browse|\\+bug)/" +
      "(?:[a-z][a-z\\d_]{0,20}-)?(\\d{1,7})(?!\\w)",
    "i",
  ),
  /[?&](?:id|bug|bug_id|issue|ticket|num)=(\d{1,7})(?!\w)/i,
  /\/(?:[A-Z][A-Z\d_]{1,20}-|T|issue|bug)(\d{1,7})(?!\w)/,
];

/** `https://bugs.example.org/12`: a host of issues alone. */
const PLACE = /^https?:\/\/([\w.-]{1,100})\/([^?#\s]{0,300})/i;
const HOST = /^(?:bugs?|issues?|tickets?|tracker|crbug|bugzil)$/i;
const LAST_NUMBER = /(?:^|\/)(\d{1,7})\/?$/;

/** The number that an address ends in. */
export function lastNumber(url: string): number | null {
  const path = url.replace(/[?#].*$/s, "").replace(/\/$/, "");
  const digits = /[/=-](\d{1,7})$/.exec(path)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The number of what a tracker's address leads to; null: it leads to something else. */
export function trackerNumber(url: string): number | null {
  for (const address of ADDRESSES) {
    const digits = address.exec(url)?.[1];
    if (digits !== undefined) return Number(digits);
  }
  const [, host = "", path = ""] = PLACE.exec(url) ?? [];
  const last = host.split(".").some((label) => HOST.test(label)) ? LAST_NUMBER.exec(path)?.[1] : undefined;
  return last === undefined ? null : Number(last);
}

/** The number that a link reads as: `#12`, `Bug #12`, `tea#12`, `KITE-12`. null: it reads as something else. */
export function numberOfLabel(label: string): number | null {
  const digits = /(?:#|-| |^)(\d{1,7})$/.exec(trimEnd(label.slice(0, 60), /[\s)\]]/))?.[1];
  return digits === undefined || label.length > 40 ? null : Number(digits);
}
