import { commentKey } from "../keys.ts";
import { fileLink, type LinkBase } from "../links.ts";
import { type CommentMarker, type CommentSection, locateMarker, renderMarker } from "../marker.ts";
import { bullets, link, paragraph, strong, text } from "../quote/build.ts";
import { cutText } from "../../language/text/cut.ts";
import { printGfm } from "../quote/markdown.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { longDate } from "../text/dates.ts";
import { footerOf } from "./parts.ts";

/** A comment takes no more meetings: then another begins. */
export const MOST_SECTIONS = 20;

const MOST_DECISIONS = 5;
const LONGEST_DECISION = 200;

/** How the lines of earlier meetings begin; quotes never have it at the start of a line. */
const OPENING = "<details><summary>Earlier meetings</summary>";

/** A comment's body, taken apart. */
export interface CommentParts {
  /** What the newest meeting says: all above the lines of the earlier ones. */
  readonly main: string;
  readonly marker: CommentMarker;
}

/** null: it has no marker. */
export function takeApart(body: string): CommentParts | null {
  const place = locateMarker(body);
  if (place?.marker.kind !== "comment") return null;
  const above = body.slice(0, place.start).trimEnd();
  const start = (place.marker.earlier ?? []).length === 0 ? -1 : above.lastIndexOf(`\n\n${OPENING}\n`);
  return { main: start < 0 ? above : above.slice(0, start), marker: place.marker };
}

/** GitHub refuses longer bodies: 65,536 characters. The rest is for links that are filled in later. */
const LONGEST_BODY = 64_000;

/**
 * The body of a comment: the newest meeting, a line for each earlier one, the hidden marker. Where that is too long,
 * the oldest meetings lose what they keep of their words, then their lines.
 */
export function putTogether({ main, marker }: CommentParts, base: LinkBase): string {
  let earlier: readonly CommentSection[] = (marker.earlier ?? []).slice(0, MOST_SECTIONS - 1);
  for (;;) {
    const list = earlier.length === 0 ? [] : [earlierList(earlier, base)];
    const body = [main, ...list, renderMarker(withEarlier(marker, earlier))].join("\n\n");
    if (body.length <= LONGEST_BODY || earlier.length === 0) return body;
    const at = earlier.findLastIndex(({ said, decisions }) => said !== undefined || decisions !== undefined);
    earlier = at < 0 ? earlier.slice(0, -1) : earlier.with(at, withoutSaid(earlier[at]!));
  }
}

function withoutSaid({ said: _said, decisions: _decisions, ...section }: CommentSection): CommentSection {
  return section;
}

/** What is kept of a decision when a later meeting is added. */
export function decisionsToKeep(decisions: readonly { readonly text: string }[]): readonly string[] {
  return decisions.slice(0, MOST_DECISIONS).map(keptDecision);
}

/** A decision as a marker keeps it. */
export function keptDecision({ text: words }: { readonly text: string }): string {
  return cutText(words, LONGEST_DECISION);
}

/** The newest meeting of a comment as one of its earlier ones. */
export function toSection(marker: CommentMarker): CommentSection {
  const { path, date, commit, hash, said, first, decisions } = marker;
  return {
    path,
    date,
    commit,
    hash,
    ...(first === undefined ? {} : { first }),
    ...(said === undefined ? {} : { said }),
    ...(decisions === undefined ? {} : { decisions }),
  };
}

/** A marker that says nothing of what the meeting said. */
export function withoutWords({
  said: _said,
  decisions: _decisions,
  ...marker
}: CommentMarker): CommentMarker {
  return marker;
}

/**
 * A comment in which an earlier meeting's line says what its minutes have by now.
 *
 * @param previous - The path under which the minutes are in it.
 */
export function withSection(
  { main, marker }: CommentParts,
  previous: string,
  now: CommentMarker,
  base: LinkBase,
): string {
  const others = (marker.earlier ?? []).filter(({ path }) => path !== previous && path !== now.path);
  return putTogether({ main, marker: withEarlier(marker, sortSections([...others, toSection(now)])) }, base);
}

/** Sections from the newest meeting to the oldest; those without a day come last. */
export function sortSections(sections: readonly CommentSection[]): CommentSection[] {
  return sections.toSorted((one, other) => (other.date ?? "").localeCompare(one.date ?? ""));
}

/** A comment without what one file has in it. null: nothing is left. */
export function withoutFile(body: string, paths: readonly string[], base: LinkBase): string | null {
  const parts = takeApart(body);
  if (parts === null) return null;
  const { main, marker } = parts;
  const { earlier: all = [], ...own } = marker;
  const left = all.filter(({ path }) => !paths.includes(path));
  if (!paths.includes(marker.path)) return putTogether({ main, marker: withEarlier(own, left) }, base);
  const [next, ...others] = left;
  if (next === undefined) return null;
  const { first: _first, ...common } = withoutWords(own);
  const promoted: CommentMarker = {
    ...common,
    ...next,
    key: commentKey(marker.repository, next.path, marker.target),
    // Nobody can tell its words here: they are written again as soon as its minutes are read.
    hash: "",
  };
  const line = printGfm([...lineOf(next, base), ...footerOf({ base })]);
  return putTogether({ main: line, marker: withEarlier(promoted, others) }, base);
}

/** A comment in which a file that was renamed has its new name. Bodies that don't have it stay as they are. */
export function withPath(
  { main, marker }: CommentParts,
  previous: string,
  path: string,
  base: LinkBase,
): string {
  const earlier = (marker.earlier ?? []).map((section) =>
    section.path === previous ? { ...section, path, commit: base.commit } : section,
  );
  return putTogether({ main, marker: withEarlier(marker, earlier) }, base);
}

export function withEarlier(marker: CommentMarker, earlier: readonly CommentSection[]): CommentMarker {
  const { earlier: _earlier, ...own } = marker;
  return earlier.length === 0 ? own : { ...own, earlier: [...earlier] };
}

function earlierList(sections: readonly CommentSection[], base: LinkBase): string {
  const items = sections.map((section) => [
    placeOf(section, base),
    ...decided(section).flatMap((node, index) => [text(index === 0 ? ": " : "; "), node]),
  ]);
  return `${OPENING}\n\n${printGfm([bullets(items)])}\n\n</details>`;
}

/** `Discussed on 4 March 2021.` with its decisions, where nothing else is left of a comment. */
function lineOf(section: CommentSection, base: LinkBase) {
  const items = decided(section).map((node) => [node]);
  return [
    paragraph(text("Discussed on "), placeOf(section, base), text(".")),
    ...(items.length === 0 ? [] : [paragraph(strong(text("Decided"))), bullets(items)]),
  ];
}

function placeOf({ path, date, commit }: CommentSection, base: LinkBase) {
  return link(fileLink({ ...base, commit }, path), text(date === null ? neutralWords(path) : longDate(date)));
}

function decided({ decisions = [] }: CommentSection) {
  return decisions.map((decision) => text(neutralWords(decision)));
}
