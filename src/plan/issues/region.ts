import { hashText } from "../hash.ts";
import { type IssueMarker, locateMarker, renderMarker } from "../marker.ts";

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

const END = "<!-- minutebook:end -->";
const ALSO = "<!-- minutebook:also -->";

/** @param also - What later minutes say; "" where none does. */
export function renderRegion({ marker, main }: Region, also: string): string {
  return [renderMarker(marker), main, ...(also === "" ? [] : [ALSO, also]), END].join("\n\n");
}

/** Our part of a body, or null where a person took its marker or its end out. */
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
  const endMark = body.indexOf(END, opening.end);
  const next = body.indexOf("<!-- minutebook:issue ", opening.end);
  if (endMark === -1 || (next !== -1 && next < endMark)) return null;
  const inner = body.slice(opening.end, endMark);
  const main = inner.includes(ALSO) ? inner.slice(0, inner.indexOf(ALSO)) : inner;
  return {
    start: opening.start,
    end: endMark + END.length,
    marker: opening.marker,
    main: main.trim(),
    whole: inner.trim(),
  };
}
