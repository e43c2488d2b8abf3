/** Titles and labels above those present. */
const PRESENT =
  "attend(?:ees|ance|ing|ed|ants?)|participants?|participating|present|in attendance|who(?:'s| is| was)? (?:here|there|present|attending|attended|joined)|roll ?call|people(?: present| in attendance| attending)?|members(?: present| in attendance| attending)?|on the call|in the (?:room|call|meeting)|sign[- ]?in|attendee list|list of attendees|participant list";
/** In other languages: German, French, Spanish, Portuguese, Italian, Dutch, Chinese, Japanese. */
const ELSEWHERE =
  "anwesend(?:e|er)?|teilnehm(?:er|ende|er(?:\\*|:)?innen)|présents?|participant(?:e|·e)s|asistentes|participantes|presentes|presenti|partecipanti|aanwezig(?:en)?|deelnemers|出席者?|参加者|与会者|与會者|参会人员?";
/** Groups among those present. */
const GROUPS =
  "guests?|observers?|visitors?|others?|invited(?: guests| experts)?|voting members?|non-voting(?: members)?|core(?: team)?|team members?|members?|maintainers?|leads?|contributors?|community(?: members)?|remote|online|in[- ]person|staff|team|chairs?|co-?chairs?|facilitators?|regular members?|hosts?|speakers?|presenters?|scribes?|note ?takers?|minutes?(?: taker)?|note taking|moderators?|organizers?|representatives?|alternates?|on phone|dialed in";
const ABSENT =
  "entschuldigt|abwesend|excusés?|ausentes|assenti|afwezig|欠席者?|缺席|regrets?|absent(?:ees?)?|apologies(?: from| for)?|excused|not (?:present|attending|in attendance|here)|unable to attend|missing|away|could(?:n't| not) (?:attend|make it)|declined|sent regrets|leave of absence|on leave";

const END =
  "(?:\\(s\\))?(?: (?:on|at|in|for|this|today)\\b.{0,40}|\\W{0,3}(?:\\([^()]{0,60}\\)|\\[[^[\\]]{0,60}\\]))?\\W*$";
const LEAD = "^\\W*(?:\\d+[.)] )?(?:meeting |call |tsc |team |list of |the )?";

export const PRESENT_TITLE = new RegExp(
  `${LEAD}(?:(?:[\\p{L}&]+ ){0,3}(?:attendees|participants|attendance|present|in attendance)|${PRESENT}|${ELSEWHERE})(?: ?(?:,|&|and|/) ?(?:\\p{L}+))?${END}`,
  "iu",
);
export const GROUP_TITLE = new RegExp(`${LEAD}(?:\\p{L}+ )?(?:${PRESENT}|${GROUPS})${END}`, "iu");
export const ABSENT_TITLE = new RegExp(
  `${LEAD}(?:(?:[\\p{L}&]+ ){0,3}(?:regrets|absent|apologies|not present)|${ABSENT})${END}`,
  "iu",
);
/** A line that ends in it: `Tuesday 2 March Attendees`, `Sign in below. Roll call:`. */
export const PRESENT_ENDING =
  /(?:\d(?:st|nd|rd|th)?|[.!?])\W+(?:attendees|attendance|participants|present|roll call|attending)\W*$/iu;
/** Who writes, leads or speaks for the meeting was there: `Note-taker: Ada`, `Action item scribe: Ada`. */
export const ROLE_LABEL =
  /^\W{0,12}(?:[\p{L}-]{1,30} ){0,3}(?:scribes?|note-? ?takers?|notetakers?|minutes (?:taker|by)|minute taker|chairs?|co-?chairs?|facilitators?|moderators?|notes by)(?:\(s\))?\W{0,3}:[\s*_]*(?=\S)/iu;
/** `Present: Ada, Grace`. */
export const PRESENT_LABEL = new RegExp(
  `^\\W*(?:(?:meeting |call |full )?(?:${PRESENT})|(?:[\\p{L}&]+ ){1,3}(?:attendees|participants|present|in attendance)|${ELSEWHERE})(?:\\(s\\))?(?: ?(?:\\([^()]{0,60}\\)|\\[[^[\\]]{0,60}\\]))?\\W{0,3}[:：][\\s*_]*(?=\\S)`,
  "iu",
);
export const GROUP_LABEL = new RegExp(
  `^\\W*(?:\\p{L}+ )?(?:${GROUPS})(?:\\(s\\))?(?: ?\\([^()]{0,60}\\))?\\W{0,3}:[\\s*_]*(?=\\S)`,
  "iu",
);
export const ABSENT_LABEL = new RegExp(`^\\W*(?:${ABSENT})\\W{0,4}[: -]`, "iu");
