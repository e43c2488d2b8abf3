/**
 * Our block in a milestone's description: the meetings that mentioned it, newest first. Text around it is people's.
 */

/** One meeting that mentioned the milestone. */
export interface BlockEntry {
  /** The minutes' repository and path, `owner/name:path`: who wrote the entry. */
  readonly id: string;
  /** The meeting's day, ISO; "" where none is known. */
  readonly date: string;
  /** Of the entry's content, links to commits left out. */
  readonly hash: string;
  /** The commit that it was first written for. Absent: it was written before that was kept. */
  readonly first?: string | undefined;
  /** Markdown: a bullet with what hangs below it. */
  readonly markdown: string;
}

const BEGIN = "<!-- minutebook:milestone -->";
const END = "<!-- minutebook:milestone-end -->";
const TITLE = "**Discussed in meetings**";
const MORE = "- … and earlier ones";

const ENTRY = /<!-- minutebook:meeting (\{[^<>-]*\}) -->/g;

/** GitHub takes more; a page of meetings is enough for a reader. */
const MAX_ENTRIES = 30;
const MAX_LENGTH = 12_000;

const ESCAPES: Readonly<Record<string, string>> = { "-": "\\u002d", "<": "\\u003c", ">": "\\u003e" };

/** The description with the block of these entries; without a block where there are none. */
export function renderDescription(description: string, entries: readonly BlockEntry[]): string {
  const place = placeOf(description);
  const block = entries.length === 0 ? "" : renderBlock(entries);
  if (place === null) {
    if (block === "") return description;
    return description.trim() === "" ? block : `${description.trimEnd()}\n\n${block}`;
  }
  const [before, after] = [description.slice(0, place.start), description.slice(place.end)];
  return block === "" ? `${before.trimEnd()}${after}` : `${before}${block}${after}`;
}

/** The entries of our block in a description, newest first; none where there is no whole block. */
export function findEntries(description: string): readonly BlockEntry[] {
  const place = placeOf(description);
  if (place === null) return [];
  const inner = description.slice(place.start + BEGIN.length, place.end - END.length);
  const marks = [...inner.matchAll(ENTRY)];
  return marks.flatMap((mark, index) => {
    const markdown = inner.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? inner.length);
    const head = parseHead(mark[1] ?? "");
    return head === null ? [] : [{ ...head, markdown: markdown.replace(`\n${MORE}`, "").trim() }];
  });
}

/** The last begin before the first end after it, so that half a block that somebody left reaches over nothing. */
function placeOf(description: string): { start: number; end: number } | null {
  for (let end = description.indexOf(END); end !== -1; end = description.indexOf(END, end + 1)) {
    const start = description.lastIndexOf(BEGIN, end);
    const isWhole = start !== -1 && !description.slice(start, end).includes(END);
    if (isWhole) return { start, end: end + END.length };
  }
  return null;
}

function renderBlock(entries: readonly BlockEntry[]): string {
  const sorted = entries.toSorted(
    (one, other) => other.date.localeCompare(one.date) || one.id.localeCompare(other.id),
  );
  const kept: string[] = [];
  let length = 0;
  for (const entry of sorted) {
    const rendered = renderEntry(entry);
    length += rendered.length + 1;
    if (kept.length > 0 && (kept.length >= MAX_ENTRIES || length > MAX_LENGTH)) break;
    kept.push(rendered);
  }
  const more = kept.length < sorted.length ? [MORE] : [];
  return [BEGIN, TITLE, "", ...kept, ...more, END].join("\n");
}

/** The mark of an entry is at the end of the line before it, so that it does not end the list. */
function renderEntry({ id, date, hash, first, markdown }: BlockEntry): string {
  const json = JSON.stringify({ id, date, hash, first }).replace(
    /[-<>]/g,
    (character) => ESCAPES[character] ?? "",
  );
  return `<!-- minutebook:meeting ${json} -->\n${markdown}`;
}

function parseHead(json: string): Omit<BlockEntry, "markdown"> | null {
  try {
    const head: unknown = JSON.parse(json);
    if (typeof head !== "object" || head === null) return null;
    const { id, date, hash, first } = head as Record<string, unknown>;
    if (typeof id !== "string" || typeof date !== "string" || typeof hash !== "string") return null;
    return { id, date, hash, ...(typeof first === "string" ? { first } : {}) };
  } catch {
    return null;
  }
}
