/**
 * Texts that hold the place of a finding without being one:
 *
 * | habit | example |
 * | --- | --- |
 * | nothing to tell | `None`, `n/a`, `No actions this week`, `nothing` |
 * | nothing to do | `no action needed` |
 * | a template's row | `add item here`, `<your name>`, `Action item 1`, `TBD`, `…` |
 * | a status alone | `Still TODO`, `Issue closed` |
 */
const RULES = [
  /^(?:none|nil|n\/?a|nothing|nobody|no|nope|same|tb[dac]|unknown|empty|-+|…|\.+|x+)(?: (?:yet|so far|this (?:week|time|month|meeting)|today|new|noted|recorded|at this time))?[\s.!)]*$/i,
  /^(?:there (?:are|were|is|was) )?(?:no|none|nothing|zero)\b(?: (?:new|further|other|more|open|outstanding|specific|additional|explicit|tsc|team))* ?(?:to-?dos?|actions?|action items?|decisions?|follow-?ups?|next steps|tasks?|items?|updates?|progress|change|changes)\b(?! (?:on|for|to|from|about)\b).{0,40}$/i,
  /^(?:please )?(?:add|insert|enter|put|write|list|your) (?:an? |your |new |the |any |action |decision |agenda )*(?:items?|names?|actions?|topics?|todos?|text|decisions?|updates?|here)(?: here| below| above| goes here)?[\s.!…]*$/i,
  /^[<[{](?:[\w/@'.-]{1,20} ?){0,3}[>\]}][\s.:]*$/,
  /^(?:action|task|todo|item|text|description|topic|decision|person|name|owner|assignee)(?: item)?(?: ?#?[\dxn]+| here| name)?[\s.:]*$/i,
];

/** A state that is nothing to do. */
const STATES = [
  /^(?:(?:this|the|that)? ?(?:issue|pr|it|this|all)? ?(?:is|was|are|has been)? ?(?:now |already )?)(?:closed|done|merged|landed|fixed|resolved|see above|see below|as above)[\s.!]*$/i,
  /^.{0,60}\bsee (?:above|below)[\s.)]*$/i,
  /^(?:still|also|remains?|remaining)? ?(?:to[ -]?do|a to-?do|in progress|ongoing|pending|open|wip)[\s.!]*$/i,
];

/** Whether a text is the state of something and no more: "Still TODO", "Issue closed", "see above". */
export function isState(text: string): boolean {
  return text.length < 120 && STATES.some((rule) => rule.test(text.trim()));
}

/** Whether a text says nothing: a template's placeholder, "none". */
export function saysNothing(text: string): boolean {
  const trimmed = text.trim();
  if (!/[\p{L}\p{N}\uE000]/u.test(trimmed)) return true;
  return trimmed.length < 120 && RULES.some((rule) => rule.test(trimmed));
}
