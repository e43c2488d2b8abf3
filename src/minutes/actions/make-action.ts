import type { Context } from "../context.ts";
import type { Block } from "../page.ts";
import type { Place } from "../places/places.ts";
import { readWords } from "./action-words.ts";
import { dueBelow, isDoneBelow, saysOver } from "./below.ts";
import { boxOf } from "./check-boxes.ts";
import type { Found } from "./found.ts";
import { namesIn } from "./labels.ts";
import { isFirstPerson } from "./takers.ts";
import type { Part } from "./split.ts";
import { isTyped, speakerAt, speakersOf } from "./speakers.ts";

const isInList = (place: Place | null): place is Place => place?.announcement.actions === true;

/** Who does it where its own words do not say: a label above, the one who speaks. */
function fallbackOwners(block: Block, place: Place | null, context: Context): readonly string[] {
  for (const label of [...(place?.labels ?? [])].reverse()) {
    const names = namesIn(label, context);
    if (names !== null) return speakersOf(names.join(", "), context.people);
  }
  const speaker = speakerAt(block);
  const isListed = isInList(place) && place.isDirect && block.speechStart > 0 && !isTyped(block);
  const takesOn = block.speaker === null || isListed || isFirstPerson(block.text);
  return speaker !== null && takesOn ? speakersOf(speaker, context.people) : [];
}

/** A part of a block as a marked action, with what its place and the lines below say about it. */
export function makeAction(block: Block, [start, end]: Part, place: Place | null, context: Context): Found {
  const { people, date } = context;
  const words = readWords(block, [start, end], date, people);
  const isUnderDone =
    isInList(place) && (place.announcement.done || place.labels.some((label) => saysOver(label.text)));
  const done = words.done || boxOf(block) === true || isUnderDone || isDoneBelow(block);
  // `[x] uploaded it 2024-05-15` tells when it was done.
  const wasDone = done && words.due === date && /\d{4}/.test(block.text.slice(start, end));
  return {
    block,
    offset: start,
    markedAt: 0,
    text: words.text,
    owners: words.owners ?? fallbackOwners(block, place, context),
    done,
    due: wasDone ? null : (words.due ?? dueBelow(block, date)),
    implied: false,
    carriedOver: isInList(place) && place.announcement.carriedOver,
  };
}
