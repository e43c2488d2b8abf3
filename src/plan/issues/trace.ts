import { hashText } from "../hash.ts";
import { type IssueMarker, renderMarker } from "../marker.ts";
import { wordsOf } from "../text/stands-alone.ts";
import { plainTitle } from "./plain-title.ts";

/**
 * What is kept of an action's words: enough to know it again after an edit, and not to read it. Each word is one of 4,096
 * numbers, which dozens of words share, and their order is lost.
 */

/** No text has it: Markdown has another character in its place. */
const SIGN = "\u0000";

const DIGITS = 3;

/** Whether a text is such a trace. */
export function isTrace(text: string): boolean {
  return text.startsWith(SIGN);
}

/** The numbers of a text's words, in order; of a trace, those that it keeps. */
export function tracedWords(text: string): readonly string[] {
  if (isTrace(text))
    return text
      .slice(SIGN.length)
      .split(" ")
      .filter((word) => word !== "");
  return wordsOf(plainTitle(text)).map(numberOf).toSorted();
}

/** A name or a heading, to be compared with another as a whole. A trace stays what it is. */
export function traceWhole(text: string): string {
  return isTrace(text) ? text : `${SIGN}${numberOf(text.toLowerCase())}`;
}

/** A marker with no words in it. */
export function traceMarker(marker: IssueMarker): IssueMarker {
  return {
    ...marker,
    text: traceText(marker.text),
    owners: marker.owners.map(traceWhole),
    topic: marker.topic.map(traceWhole),
    also: marker.also.map((carryOver) => ({
      ...carryOver,
      text: traceText(carryOver.text),
      owners: carryOver.owners.map(traceWhole),
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
export function renderTrace(marker: IssueMarker): string {
  return renderMarker(traceMarker(marker));
}

function traceText(text: string): string {
  return text === "" ? "" : `${SIGN}${tracedWords(text).join(" ")}`;
}

function numberOf(word: string): string {
  return hashText(word).slice(0, DIGITS);
}
