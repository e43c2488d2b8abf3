/** Words from which the minutes of a story are made. Each text has one of a kind, so that no two are alike. */

const VERBS = [
  "paint",
  "mend",
  "count",
  "carry",
  "sharpen",
  "borrow",
  "label",
  "photograph",
  "weigh",
  "sweep",
];
const THINGS = ["ladders", "baskets", "saplings", "trellises", "beehives", "ledgers", "lanterns", "pulleys"];
const PLACES = ["behind the barn", "near the river", "under the arch", "by the mill", "on the terrace"];
const ADVERBS = ["before winter", "this month", "without delay", "together", "as agreed", "once more"];
const SYLLABLES = ["ka", "lo", "mi", "ne", "pu", "ra", "so", "ti", "vu", "ze"];

/** A number as a made-up word: 307 is "nekati". */
function wordFor(number: number): string {
  return [...String(number)].map((digit) => SYLLABLES[Number(digit)]).join("");
}

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? "";

/** What somebody is to do, e.g. "paint the somi baskets under the arch"; the same number gives the same. */
export function taskFor(number: number): string {
  return `${pick(VERBS, number)} the ${wordFor(number)} ${pick(THINGS, number * 7)} ${pick(PLACES, number * 3)}`;
}

/** What is put behind a text that was reworded. */
export function adverbFor(number: number): string {
  return pick(ADVERBS, number);
}

/** Something that was said. */
export function remarkFor(number: number): string {
  return `the ${wordFor(number)} ${pick(THINGS, number)} are worth a look`;
}
