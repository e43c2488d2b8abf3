import { hashText } from "../hash.ts";
import { type IssueMarker, locateMarker, renderMarker } from "../marker.ts";
import { findFooterEnd } from "./footer.ts";
import { renderAlso } from "./render-also.ts";

/**
 * Our part of an issue's body, from our marker to an end mark. What people write before and after it is theirs.
 */
export interface Region {
  readonly marker: IssueMarker;
  /** What the action's own minutes say. */
  readonly main: string;
}

/** A region as it stands in a body. */
export interface FoundRegion extends Region {
  /** All that stands in it after the marker. */
  readonly whole: string;
}

const BEGIN = "<!-- minutebook:issue ";
const END = "<!-- minutebook:end -->";
const ALSO = "<!-- minutebook:also -->";

/** @param also - What later minutes say; "" where none does. */
export function renderRegion({ marker, main }: Region, also: string): string {
  return [renderMarker(marker), main, ...(also === "" ? [] : [ALSO, also]), END].join("\n\n");
}

/** Whether a person took the end mark of our part out. */
export function isTorn(body: string): boolean {
  const opening = locateMarker(body);
  return opening !== null && !body.includes(END, opening.end);
}

/** Our part of a body, or null where a person took its marker out, or its end so that nobody can tell where it was. */
export function findRegion(body: string): FoundRegion | null {
  const place = placeOf(body);
  return place === null ? null : { marker: place.marker, main: place.main, whole: place.whole };
}

/** The body with our part replaced; where that is not whole any more, after what is there. */
export function replaceRegion(body: string, region: string): string {
  const place = placeOf(body);
  if (place !== null) return `${body.slice(0, place.start)}${region}${body.slice(place.end)}`;
  const opening = locateMarker(body);
  const rest = opening === null ? body : `${body.slice(0, opening.start)}${body.slice(opening.end)}`;
  return rest.trim() === "" ? region : `${rest.trimEnd()}\n\n${region}`;
}

/** The body with another marker in place of ours, and nothing else changed. */
export function replaceMarker(body: string, marker: IssueMarker): string {
  const place = locateMarker(body);
  return place === null
    ? body
    : `${body.slice(0, place.start)}${renderMarker(marker)}${body.slice(place.end)}`;
}

/** Hash of our part of a body; of all of it where our part is not whole. Line ends do not count. */
export function hashOwnPart(body: string): string {
  return hashText(ownPart(body).replace(/\r\n?/g, "\n"));
}

/** Our part of a body as it is written there; all of it where our part is not whole. */
export function ownPart(body: string): string {
  const place = placeOf(body);
  return place === null ? body : body.slice(place.start, place.end);
}

interface Place extends FoundRegion {
  readonly start: number;
  readonly end: number;
}

function placeOf(body: string): Place | null {
  const opening = locateMarker(body);
  if (opening?.marker.kind !== "issue") return null;
  const { marker, start, end: from } = opening;
  const endMark = body.indexOf(END, from);
  const next = body.indexOf(BEGIN, from);
  if (next !== -1 && (endMark === -1 || next < endMark)) return null;
  const until = endMark === -1 ? findTornEnd(body, from, marker) : endMark;
  if (until === null) return null;
  const inner = body.slice(from, until);
  const main = inner.includes(ALSO) ? inner.slice(0, inner.indexOf(ALSO)) : inner;
  const end = endMark === -1 ? until : endMark + END.length;
  return { start, end, marker, main: main.trim(), whole: inner.trim() };
}

/** Where our part ends although its end mark is gone: behind what is always the last of it. null: nobody can tell. */
function findTornEnd(body: string, from: number, { also }: IssueMarker): number | null {
  const begun = body.indexOf(ALSO, from);
  const end = begun === -1 ? findFooterEnd(body, from) : begun + ALSO.length;
  if (end === null) return null;
  const listed = renderAlso(also.map(({ note }) => note)).split("\n");
  const notes = listed.filter((line) => line !== "").toSorted((one, other) => other.length - one.length);
  let last = end;
  let at = end;
  for (const line of body.slice(end).split("\n")) {
    const note = notes.find((one) => line.startsWith(one));
    if (note !== undefined) last = at + note.length;
    const isRest = [note ?? "", ALSO].includes(line.trim());
    if (!isRest) break;
    at += line.length + 1;
  }
  return body.slice(last).trim() === "" ? body.length : last;
}
