import { standsAlone } from "../text/stands-alone.ts";
import { plainTitle } from "./plain-title.ts";

const MODAL =
  "(?:to|will|shall|should|must|can|could|may|'ll|needs? to|has to|have to|had to|wants? to|would like to|is going to|are going to|going to|is to|are to|takes? (?:the |an )?(?:action|todo|ai)(?: item)? to|took (?:the |an )?action to|(?:has|have|had) (?:an? |the )?(?:action|todo|ai)(?: item)? to|agree[sd]? to|volunteer(?:s|ed)? to|offer(?:s|ed)? to|plan(?:s|ned)? to|promise[sd]? to)";

const NOBODY =
  "(?:someone|somebody|anyone|we|i|everyone|everybody|they|you|team|the team|group|the group|all)";

const LEAD = /^(?:please|also|then|so|still|let's|let us|and|but|maybe)[\s,:]+/i;

/** When it is to be done: the due date says so already. */
const WHEN =
  /[\s,(–-]*\b(?:(?:by|until|before|on|due|for|this|next)\s+)*(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of (?:the )?(?:day|week)|eod|eow)\)?$/i;

/**
 * What is to be done, as people put it in a title: without who does it and, where the date is known, without when.
 * "Mona will write the notes today" gives "Write the notes".
 */
export function taskOf(action: {
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
}): string {
  const whole = plainTitle(action.text);
  const named = withoutOwners(whole, action.owners);
  const task = withoutLead(named);
  const timeless = action.due === null ? task : task.replace(WHEN, "");
  return capitalised(
    [firstSentence(timeless, action.owners), task, whole].find((text) => /\p{L}{2}/u.test(text)) ?? whole,
  );
}

/** The first of several sentences, where it can be understood alone. */
function firstSentence(text: string, owners: readonly string[]): string {
  const first = /^.{12,}?(?<![^\p{L}]\p{L}|\b(?:etc|vs|resp|incl|approx))[.!;](?=\s+\S)/u
    .exec(text)?.[0]
    .replace(/[.;]$/, "");
  return first !== undefined && standsAlone(first, owners) ? first : text;
}

function withoutOwners(text: string, owners: readonly string[]): string {
  if (owners.length === 0) return text;
  const names = owners.map((owner) => escapeRegExp(plainTitle(owner))).filter((name) => name !== "");
  if (names.length === 0) return text;
  const one = `(?:${names.join("|")})`;
  const all = `${one}(?:\\s*(?:,|&|\\+|/|and)\\s*(?:and\\s+)?${one})*`;
  const lead = new RegExp(`^${all}(?:\\s*[:,–—-]+\\s*(?:${MODAL}\\s+)?|\\s+${MODAL}\\s+|${"'ll\\s+"})`, "iu");
  const tail = new RegExp(`\\s*(?:[([]${all}[)\\]]|[–—-]\\s*${all})$`, "iu");
  return text.replace(lead, "").replace(tail, "");
}

function withoutLead(text: string): string {
  return text
    .replace(LEAD, "")
    .replace(new RegExp(`^${NOBODY}\\s+${MODAL}\\s+`, "i"), "")
    .replace(/^(?:needs? to|have to|has to|going to|want to|will|should|must|to)\s+/i, "")
    .replace(LEAD, "");
}

/** A word in small letters gets a capital; names of files and programs stay. */
export function capitalised(text: string): string {
  return /^\p{Ll}[\p{Ll}']*(?=[\s,:;!?-]|$)/u.test(text)
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
