import { fingerprintOf, isFingerprint } from "./fingerprint.ts";
import type { FileAction } from "./file-actions.ts";
import { markedText } from "./marked-text.ts";
import type { Placed } from "./place.ts";
import type { IssueRecord } from "./records.ts";

const ofActions = new WeakMap<FileAction, Placed>();
const ofMarkers = new WeakMap<object, Placed>();

/** An action's words and place, as they are compared: taken apart once. */
export function wordsOfAction(one: FileAction): Placed {
  const { owners, topic, about } = one.action;
  const known = ofActions.get(one) ?? {
    text: markedText(one.action),
    owners,
    topic,
    about: about.references.map(fingerprintOf),
  };
  ofActions.set(one, known);
  return known;
}

/** The same of a record: as its marker has them, or the file of this plan that is its own. */
export function wordsOfRecord({ marker, home, existing }: IssueRecord): Placed {
  if (marker === null)
    return home === null
      ? { text: existing?.title ?? "", owners: [], topic: [], about: [] }
      : wordsOfAction(home);
  const known = ofMarkers.get(marker) ?? {
    text: isFingerprint(marker.text) ? marker.text : markedText(marker),
    owners: marker.owners,
    topic: marker.topic,
    about: marker.about ?? [],
  };
  ofMarkers.set(marker, known);
  return known;
}

/** What is compared without the record's own issue, which people and the write-back link behind an action. */
export function withoutOwnIssue(words: Placed, { existing }: IssueRecord): Placed {
  const [, repository, number] = /\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(existing?.url ?? "") ?? [];
  if (repository === undefined || words.about.length === 0) return words;
  const own = fingerprintOf(`${repository}#${number}`);
  return { ...words, about: words.about.filter((target) => target !== own) };
}
