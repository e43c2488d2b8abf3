import { titlePattern } from "./find-milestones.ts";
import { readOutcome } from "./outcome.ts";

/** In front of the release that something is to be done for. */
const FOR = /\b(?:for|before|by|in time for)$/i;
const TO = /\bto$/i;
/** What is moved to a release: `move #12 to 1.4`. */
const MOVE =
  /\b(?:add|assign|backport|bump|defer|delay|milestone|move|postpone|punt|push|reschedule|retarget|slip|target)\b/i;
/** The release's own words around its number, at the end of what is in front of it. */
const NAME = /(?: the)?(?: next)?(?: (?:milestone|release|version))? ?$/i;
const BACK = /\b(?:not|never|nothing|only after|\w+n't|until|if|unless|maybe|perhaps)\b/i;
/** `the 1.4 party`: a thing that is merely called after the release. */
const THING =
  /^ (?!(?:milestone|release|version|by|on|in|and|or|with|as|so|to|if|is|goes|was|comes|will)\b)\p{Ll}/u;

/** Whether the words of a task send what is to be done to a release: `fix the lids for 1.4`, `move #12 to 1.4`. */
export function isSentTo(task: string, title: string): boolean {
  return [...task.matchAll(titlePattern([title]))].some(({ index, 0: found }) => {
    const end = index + found.length;
    const outcome = readOutcome(task, index, end);
    if (outcome !== null) return outcome !== "out";
    const before = task.slice(0, index);
    if (BACK.test(before) || THING.test(task.slice(end))) return false;
    const words = before.replace(NAME, "");
    return FOR.test(words) || (TO.test(words) && MOVE.test(words));
  });
}
