import { endRun, trimEnd } from "../../language/text/trim.ts";
import type { Mention } from "./mention.ts";
import { ENGLISH_MONTH as MONTH } from "../../language/calendar.ts";
import { isOfTracker, withoutListed } from "./trackers.ts";

/**
 * What is around a number that is no issue:
 *
 * | habit | example |
 * | --- | --- |
 * | a rank | `our #1 priority`, `the #1 reason`, `the top #10 list`, `#60 on Hacker News`, `#1 speed, #2 size` |
 * | a numbered thing, but not at the end of a title | `call #15`, `step #2`, `Resolution #1`, `TODO #2`, `slide #3` |
 * | another tracker (`trackers.ts`) | `PEP #517`, `bugzilla #12`, `Jira #12`, `MR #12` |
 * | a place in the same minutes | `#2 below`, `as in #1 above` |
 * | a color | `color #336699` |
 * | a count or a day after a word | `issue 5 times`, `discussion 7 Feb` |
 * | a small number behind some other noun, but doubtful at the end of a topic's title (`doubts.ts`) | `heuristic #9` |
 */
const SERIES = new RegExp(
  "\\b(?:assembly|breakout|call|chapter|class|conference|congress|day|devnet|draft|edition|episode|" +
    "event|festival|figure|footnote|game|gathering|hackathon|hackfest|iteration|lecture|level|match|" +
    "meeting|meetup|milestone|page|panel|phase|podcast|race|retreat|response|round|season|section|" +
    "seminar|session|slide|sprint|stage|standup|survey|summit|sync|talk|testnet|tier|version|volume|" +
    "webinar|week|workshop|year)s? ?$",
  "i",
);
const NUMBERED = new RegExp(
  "\\b(?:action|agenda|alternative|apartment|appendix|attempt|batch|build|bus|case|channel|checkpoint|" +
    "choice|comment|concern|condition|decision|example|experiment|fact|finding|flat|gate|goal|group|" +
    "highway|idea|invoice|item|job|lesson|line|lot|motion|no|note|number|objective|option|order|" +
    "paragraph|player|part|piece|point|principle|priority|problem|proposal|question|reason|" +
    "recommendation|requirement|resolution|response|room|row|rule|run|seat|shadow|shirt|slot|step|" +
    "survey|table|task|team|test|theme|tip|todo|topic|track|trial|tweet|vote|wave)s?\\.? ?$",
  "i",
);
const TOP = /\btop ?$/i;
const RANKED = new RegExp(
  "^ (?:and )?(?:priority|choice|goal|concern|request|requested|ask|thing|reason|most|best|top|" +
    "source|rule|pick|question|complaint|problem|blocker|cause|feature|fan|seller|contributor|" +
    "issue(?! ?#?\\d)|spot|place|on (?:the|our|my) list)\\b",
  "i",
);
/** `#60 on Hacker News`, `came #61`. */
const RANKED_ANYHOW =
  /^ (?:on|at|in) (?:the )?(?:hacker news|hn|reddit|product hunt|app store|charts?|rankings?|leaderboard|league)\b/i;
const RANKS = /\b(?:ranked|ranks|came|placed|finished)(?: (?:at|in|as))? $/i;
const PLACED = /^ (?:below|above)\b/i;
const COLOR = /\b(?:colou?rs?|hex|rgb|background|shade)\b[^#]{0,12}$/i;
const COUNTED = new RegExp(
  "^(?:%|(?: ?[-–] ?\\d+)? (?:times?|people|persons?|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|" +
    `secs?|more|new|open|others?|of (?!the)|${MONTH}|am\\b|pm\\b|(?:st|nd|rd|th)\\b))`,
  "iu",
);
/** Words that an issue's number follows. Behind other words a number below `SMALL` counts something. */
const BEFORE_ISSUE = new Set(
  (
    "a about across added addressed addresses addressing after again against all also and any around as at " +
    "backport because before behind between blocked blocks but by cf check close closed closes closing comment " +
    "comments covered covers created dependent depends discuss discussed discussing discussion done duplicate " +
    "during either eg filed filing find first fix fixed fixes fixing follow followup for from get gh git github " +
    "going has have he if implemented in include including into is issue issues it land landed landing like link " +
    "linked made merge merged merging mentioned move need needs new now of on open opened opening or our over " +
    "per pr prs pull push raised re read ref reference references refs regarding related remove reopen reopened " +
    "repo repository request requests resolve resolved resolves review reviewed reviewing same see she since " +
    "split started submitted than that the their then there they this through ticket tickets to touch track " +
    "tracked tracking under unlike until update updated updates use using vs via waiting was we were when where " +
    "whether which while who will with within without your"
  ).split(" "),
);
const SMALL = 10;
/** From here on, a title may end in its number whatever its last word is. */
const OF_TITLE = 20;

/** The word that a text ends in, blanks and a colon aside. */
const lastWord = (text: string): string => endRun(trimEnd(text, /[ :]/), /[\p{L}'-]/u).toLowerCase();

/** Whether a text ends in a word that an issue's number doesn't follow: it counts, names an event or the like. */
export function endsInNoun(before: string): boolean {
  return /[\p{L}]['")\]]? *$/u.test(before) && !BEFORE_ISSUE.has(lastWord(before));
}

/** What is numbered less often than it is the last word of an issue's title: `Login page #6`. */
const THING = new RegExp(
  "\\b(?:page|panel|section|figure|footnote|slide|draft|level|tier|version|volume|response|survey|" +
    "match|talk|class)s? ?$",
  "i",
);
/** `Agenda item #2`: these are counted, whatever follows them. */
const COUNTS = new RegExp(
  "\\b(?:agenda|action|discussion|working|breakout|follow-?up|top|next|last|first|our|the|your|" +
    "meeting|case|open) \\p{L}{1,39} ?$",
  "iu",
);

/**
 * Whether a number that `isExcluded` holds for a count may be an issue's anyway: it ends a topic's title,
 * behind a word that is no event.
 */
export function mayEndTitle(text: string, mention: Mention): boolean {
  const before = `${trimEnd(text.slice(Math.max(0, mention.start - 40), mention.start), /[ (]/)} `;
  const isPlain = mention.start === mention.offset && text[mention.offset] === "#";
  if (!isPlain || !/^[\s)*_.]*$/.test(text.slice(mention.end)) || !/\p{L} $/u.test(before)) return false;
  if (RANKED.test(text.slice(mention.end)) || TOP.test(before) || COLOR.test(before)) return false;
  if (isOfTracker(before, "")) return false;
  const isCompound = /[\p{L}\d'-] \p{L}{1,39} $/u.test(before) && !COUNTS.test(before);
  if (SERIES.test(before)) return isCompound && THING.test(before);
  return NUMBERED.test(before) ? isCompound : true;
}

/** Whether a number that names no repository is something else. `text` is the block's, addresses blanked. */
export function isExcluded(text: string, mention: Mention): boolean {
  if (mention.repository !== null) return false;
  const before = text.slice(Math.max(0, mention.start - 40), mention.start);
  const behind = text.slice(mention.end, mention.end + 24);
  if (
    isOfTracker(
      text.slice(Math.max(0, mention.start - 160), mention.start),
      text.slice(mention.end, mention.end + 90),
    )
  )
    return true;
  const hasHash = text[mention.end - String(mention.number).length - 1] === "#";
  const hasWord = mention.start < mention.offset;
  if (!hasHash && COUNTED.test(behind)) return true;
  if (!hasHash && mention.kind === "discussion" && mention.number < 100) return true;
  if ((RANKED.test(behind) && mention.number <= 3) || TOP.test(before)) return true;
  if (COLOR.test(before) || RANKED_ANYHOW.test(behind)) return true;
  if (!hasWord && (RANKS.test(before) || (mention.number < 100 && PLACED.test(behind)))) return true;
  if (hasWord) return false;
  const counted = withoutListed(before);
  if (SERIES.test(counted)) return mention.number < 1000 || /(?:survey|response)s? ?$/i.test(before);
  // `Linux build #75` is an issue's title with its number where nothing comes behind.
  const isTitle = mention.number >= OF_TITLE && behind.trim() === "" && /\S \S+ \S+ $/.test(before);
  if (!isTitle && NUMBERED.test(counted)) return mention.number < 1000;
  const endsTitle = behind.trim() === "" && /\S \S+ $/.test(before);
  return mention.number < SMALL && !endsTitle && endsInNoun(before);
}
