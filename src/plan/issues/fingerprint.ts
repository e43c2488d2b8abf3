import { hashText } from "../hash.ts";
import { type IssueMarker, renderMarker } from "../marker.ts";
import { wordsOf } from "../../language/content-words.ts";
import { plainText } from "../../language/text/plain-text.ts";

/**
 * What is kept of an action's words: enough to know it again after an edit, and not to read it. Each word is one of
 * 4,096 numbers, which dozens of words share, and their order is lost.
 */

/** No text has it: Markdown has another character in its place. */
const SIGN = "\u0000";

const DIGITS = 3;

/** Whether a text is such a fingerprint. */
export function isFingerprint(text: string): boolean {
  return text.startsWith(SIGN);
}

/** The numbers of a text's words, in order; of a fingerprint, those that it keeps. */
export function fingerprintedWords(text: string): readonly string[] {
  if (isFingerprint(text))
    return text
      .slice(SIGN.length)
      .split(" ")
      .filter((word) => word !== "");
  return wordsOf(plainText(text)).map(fingerprintedWord).toSorted();
}

/** A name or a heading, to be compared with another as a whole. A fingerprint stays what it is. */
export function fingerprintOf(text: string): string {
  return isFingerprint(text) ? text : `${SIGN}${fingerprintedWord(text.toLowerCase())}`;
}

/** A marker with no words in it. */
export function fingerprintMarker(marker: IssueMarker): IssueMarker {
  return {
    ...marker,
    text: fingerprintText(marker.text),
    owners: marker.owners.map(fingerprintOf),
    topic: marker.topic.map(fingerprintOf),
    ...(marker.about === undefined ? {} : { about: marker.about.map(fingerprintOf) }),
    also: marker.also.map((entry) => ({
      ...entry,
      text: fingerprintText(entry.text),
      owners: entry.owners.map(fingerprintOf),
      note: "",
    })),
    hash: "0",
    titleHash: "0",
    labels: [],
    assignees: [],
    milestone: null,
  };
}

/** The same, as a ledger keeps it. */
export function renderFingerprint(marker: IssueMarker): string {
  return renderMarker(fingerprintMarker(marker));
}

function fingerprintText(text: string): string {
  return text === "" ? "" : `${SIGN}${fingerprintedWords(text).join(" ")}`;
}

/** The number of one word in small letters. */
export function fingerprintedWord(word: string): string {
  return hashText(word).slice(0, DIGITS);
}
