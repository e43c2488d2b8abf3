/**
 * Sentences that a reader takes for settled although no word says so:
 *
 * | habit | example |
 * | --- | --- |
 * | nobody minds | `No concerns about the name`, `We seemed fine with it`, `feedback is positive` |
 * | it goes on | `Moving forward with both`, `Go ahead and use it`, `Going with option 2` |
 * | it is over | `issue closed`, `Closed since we have a PR`, `Closing` |
 * | it waits | `Punted to next week`, `Let's do that later`, `Probably defer to Monday`, `Leave it on the agenda` |
 * | it is off the table | `will remove from the agenda`, `no further discussion needed` |
 * | the group | `we'll ship it`, `we will not do this`, `We decided on a registry` |
 * | let's | `sure, let's ship it` |
 * | a verdict in bold | `#12 soft deletes **in scope**` |
 */
const RULES = [
  /^(?:there (?:were|was|are) |we have |hearing )?no (?:\w+ )?(?:concerns?|disagreements?|opposition|issues? with|problems? with|complaints)\b/i,
  /^(?:we|group|everyone|people|folks|team|all|tsc)(?: all)?(?: are| were| is| was| seem(?:s|ed)?| felt| feel)(?: all| generally| mostly)* (?:fine|ok|okay|happy|comfortable|good|supportive|in favou?r|on board|aligned)\b/i,
  /\b(?:participants|members|everyone|all|those present|group|general interest|interest)\b.{0,20}\b(?:in favou?r|supportive|expressed)\b|\bno dissent\b/i,
  /^(?:punted|deferred|postponed|tabled|bumped|parked)(?= (?:as|because|since|for|until|to|due)\b|[\s.]*$)/i,
  /\btook a vote\b.{0,60}\b(?:endors|in favou?r|pass|yes|approv)/i,
  /\b(?:feedback|response|reception) (?:is|was) (?:very |generally |overwhelmingly )?positive\b/i,
  /^(?:so |ok |okay |yes |we(?:'re| are| will be| will|'ll)? ?)*(?:moving|move|going|go|proceed(?:ing)?|stick(?:ing)?|keep(?:ing)?) (?:forward |ahead |on )?(?:with|and use|for it)\b/i,
  /^(?:ok(?:ay)?,? )?go ahead\b/i,
  /^(?:the |this )?(?:issue|pr|ticket|item|discussion|proposal)?\s*(?:is |was |being |can be |has been |now )?(?:closed|closing)(?=\s*(?:$|[.!,;]|since|as\b|because|by\b|in favou?r|with\b|out\b|for now))/i,
  /^(?:probably |likely |let's |we(?:'ll| will)? |will )*(?:punt(?:ed|ing)?|defer(?:red|ring)?|postpone[d]?|delay(?:ed)?|push(?:ed)?|moved?|bump(?:ed)?|table[d]?|skip(?:ped)?|park(?:ed)?)(?: (?:this|it|that|discussion|back|off|the \w+))* (?:to|till|until|for) (?:the )?(?:next|later|another|a later|tomorrow|mon|tues|wednes|thurs|fri|future|after|now|time|follow)/i,
  /^(?:ok,? |so |yes,? |sure,? |yeah,? |then )*let's (?!not\b|also\b|add\b|see\b|talk\b|discuss\b|look\b|hear\b|start with\b|move on\b|try to\b|say\b|go around\b|go through\b|be\b|hope\b|make sure\b|wait and\b|think\b|not forget\b|check\b|take\b|begin\b|ask\b|have\b|collect\b|get started\b)\w+/i,
  /\bleave (?:it |this )?on (?:(?:the )?agenda|(?:to|until|for) )|^leave (?:it |this )?on\b|\b(?:remov(?:e|es|ed|ing)|tak(?:e|es|en|ing)|drop(?:s|ped)?) (?:it |this |the )?(?:from |off )?(?:the )?(?:\w+[- _])?agenda(?: (?:tag|label))?\b|^hold on (?:this|it)\b|\bon hold\b|^come back to (?:it |this )?later\b|^discussion (?:to|will) (?:be taken|continue|move)|\b(?:kick|move|moved|taken?) (?:this |it |back )*to (?:the )?(?:issue|github|mailing list|\w+ (?:workstream|milestone))|\bno further (?:discussion|action|need)\b/i,
  /^(?:so |and |ok |yes |then )*we (?:decided|settled|agreed|chose|opted|resolved|concluded)\b/i,
  /^(?:so |and |ok |yes |then )*we(?:'ll| will| are going to|'re going to) (?:not |keep |use |ship |go |drop |stick |adopt |support |make |leave |do |only |also |start |stop |allow |require |merge |release |accept )/i,
  /\bwill not be (?:accepted|merged|included|supported|implemented|pursued|part of)\b|\bwon't (?:do|be doing|support|merge|pursue|fix)\b/i,
  /^(?:the )?(?:plan|recommendation|proposal accepted|conclusion|upshot|resolution|final answer)(?: (?:is|was)(?: now)?(?: to)?\s|:)/i,
  /\bmark(?:ed|ing)?(?: it| this)?(?: as)? (?:pending close|wontfix|won't fix|resolved|closed|stale|duplicate)\b/i,
];
const HINT =
  /no |fine|ok|happy|comfort|good|support|favo|board|align|positive|forward|with|ahead|clos|punt|defer|postpon|delay|push|move|bump|table|skip|park|let's|leave|agenda|further|we[ ']|will not|won't|plan|recommend|conclusion|upshot|resolution|final|mark|scope|go|hold|come|discussion|kick|taken|remov|drop|dissent|interest|participants/i;
const UNSURE =
  /\?\s*$|\b(?:maybe|perhaps|might|could|if we|would|should we|option|propos(?:e|es|ed|ing)|suggest\w*|i think|not sure|unclear|wonder\w*)\b/i;

const VERDICT =
  /^(?:is |not |yes, |no, )*(?:(?:in|out of) scope|wont ?fix|won't fix|approved|rejected|accepted|declined|yes|no|go|no-go|postponed|deferred|agreed)[.!]?$/i;

/** A verdict in bold at the end of an item: "#12 soft deletes **in scope**". */
export function isVerdict(words: string): boolean {
  return VERDICT.test(words.trim());
}

/** Whether a clause reads as settled. */
export function readsSettled(clause: string): boolean {
  return HINT.test(clause) && !UNSURE.test(clause) && RULES.some((rule) => rule.test(clause));
}
