import { hashText } from "../hash.ts";
import { type IssueMarker, locateMarker, renderMarker } from "../marker.ts";
import { findFooterEnd } from "./footer.ts";
import { renderAlso } from "./render-also.ts";

/**
 * Minutebook's section of an issue's body, from its marker to an end mark. People own the text before and after it.
 */
export interface Region {
  readonly marker: IssueMarker;
  /** What the action's own minutes say. */
  readonly main: string;
}

/** A region as it is in a body. */
export interface FoundRegion extends Region {
  /** All of it after the marker. */
  readonly whole: string;
}

const BEGIN = "<!-- minutebook:issue ";
const END = "<!-- minutebook:end -->";
const ALSO = "<!-- minutebook:also -->";

/** @param also - What later minutes say; "" where none does. */
export function renderRegion({ marker, main }: Region, also: string): string {
  return [renderMarker(marker), main, ...(also === "" ? [] : [ALSO, also]), END].join("\n\n");
}

/** Whether a person removed the end mark of Minutebook's section. */
export function isTorn(body: string): boolean {
  const opening = locateMarker(body);
  return opening !== null && !body.includes(END, opening.end);
}

/** Minutebook's section of a body. null: a person removed its marker, or its end so that its place is not known. */
export function findRegion(body: string): FoundRegion | null {
  const place = placeOf(body);
  return place === null ? null : { marker: place.marker, main: place.main, whole: place.whole };
}

/** The body with Minutebook's section replaced; where that is not whole any more, after what is there. */
export function replaceRegion(body: string, region: string): string {
  const place = placeOf(body);
  if (place !== null) return `${body.slice(0, place.start)}${region}${body.slice(place.end)}`;
  const opening = locateMarker(body);
  const rest = opening === null ? body : `${body.slice(0, opening.start)}${body.slice(opening.end)}`;
  return rest.trim() === "" ? region : `${rest.trimEnd()}\n\n${region}`;
}

/** The body with another marker, and nothing else changed. */
export function replaceMarker(body: string, marker: IssueMarker): string {
  const place = locateMarker(body);
  return place === null
    ? body
    : `${body.slice(0, place.start)}${renderMarker(marker)}${body.slice(place.end)}`;
}

/** Hash of Minutebook's section of a body; of all of it where the section is not whole. Line ends do not count. */
export function hashOwnPart(body: string): string {
  return hashText(ownPart(body).replace(/\r\n?/g, "\n"));
}

/** Minutebook's section of a body as it is written there; all of it where the section is not whole. */
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

/** Where Minutebook's section ends without its end mark: after what it always has last. null: not known. */
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
