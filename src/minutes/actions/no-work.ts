import type { People } from "../people.ts";
import { isNobody, readNames } from "../../language/names.ts";
import { isImperative, isWorkVerb } from "../../language/verbs.ts";
import { trimEnd } from "../../language/text/trim.ts";

/**
 * What is nothing to do although a list or a word of actions announces it:
 *
 * | habit | example |
 * | --- | --- |
 * | a question that nobody is to answer | `Can we find an example?`, `Glue it in May?` |
 * | waiting | `Wait for more feedback` |
 * | more talk | `Continue talking about the lid`, `Continue the discussion` |
 * | news | `Ada got in touch with them` |
 * | what somebody said | `Ada also mentioned that we need glue` |
 * | an appeal to everybody | `Please add your thoughts` |
 */
const ASKS = new RegExp(
  "^\\W*(?:and |so |but )?(?:can|could|should|shall|do|does|did|is|are|was|were|what|how|why|who|where|when|" +
    "which|would|will|any)\\b(?! you\\b)",
  "i",
);
const WAITS = /^\W*(?:(?:also|then|still|just|and) )*(?:a?wait|waiting)\b/i;
const TALKS = new RegExp(
  "^\\W*(?:continue|keep|resume|restart) (?:on )?(?:to (?:talk|discuss)|talking|discussing|" +
    "(?:(?:the|this|that|our) )?(?:discussions?|conversations?|talks?))(?!\\p{L})",
  "iu",
);
const APPEALS = /^\W*(?:kindly|please)\b.{0,80}\byou(?:r|rs|rself)?\b/i;

const ADVERBS = "(?:(?:also|then|already|just|now|recently|further|again) )*";
/** Past forms that are no others. */
const DID = "got|was|were|did|sent|wrote|made|went|gave|found|met|spoke";
const NEWS = new RegExp(`^ ${ADVERBS}(?:${DID})(?!\\p{L})`, "u");
/** Behind somebody known, any past form; but `Ada agreed to write it`. */
const NEWS_OF_KNOWN = new RegExp(
  `^ ${ADVERBS}(?!agreed|volunteered|offered|promised|tasked|assigned|needed)\\p{Ll}{2,20}ed (?!to \\p{Ll})`,
  "u",
);
const SAID = new RegExp(
  `^ ${ADVERBS}(?:mentions?|mentioned|says|said|notes|noted|suggests|suggested|points out|pointed out|` +
    "reports|reported|thinks|thought|believes|asks if|asked if|asked whether|explains|explained|wonders|" +
    "wondered|argues|argued|reminded|reminds us)(?= )(?!:)",
  "u",
);
/** `Ada shared it and will work on it`. */
const CONTINUES = /\b(?:will|shall|going to|needs? to|has to|have to|must)\b/i;

/** A question is at the end, outside quotes and brackets. */
const isQuestion = (text: string): boolean => /[?？]$/.test(trimEnd(text, /[\s*_]/));
/** Without a verb of work, something short with a question mark is no task: `Glue it in May?` */
const LONGEST_DOUBT = 40;
const isDoubt = (text: string): boolean =>
  text.length <= LONGEST_DOUBT && !/[:;–—]| - /.test(text) && !isImperative(text.replace(/^\W+/, ""));

/** `Wait for the glue, then ship it`: a verb of work follows. */
const hasMore = (text: string): boolean =>
  [...text.matchAll(/(?:[,;]? (?:and|then)|[,;]) (\p{L}+)/gu)].some(([, word = ""]) => isWorkVerb(word));

/** Whether an action's words tell what somebody did or said. */
function isNews(text: string, people: People): boolean {
  const list = readNames(text, 0, people);
  if (list === null || isNobody(list.names.join(" "), people)) return false;
  const behind = text.slice(list.end);
  if (list.isKnown && SAID.test(behind)) return true;
  return (NEWS.test(behind) || (list.isKnown && NEWS_OF_KNOWN.test(behind))) && !CONTINUES.test(behind);
}

/**
 * Whether an action's words are nothing to do.
 *
 * @param owners Who is to do it.
 */
export function isNoWork(text: string, owners: readonly string[], people: People): boolean {
  if (isNews(text, people)) return true;
  if (owners.length > 0) return false;
  const asks = isQuestion(text) && (ASKS.test(text) || isDoubt(text));
  const isIdle = (WAITS.test(text) || TALKS.test(text)) && !hasMore(text);
  return asks || isIdle || APPEALS.test(text);
}
