import type { Context } from "../context.ts";
import type { IsoDate } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { isState, saysNothing } from "../wording/nothing.ts";
import { findPlaces, type Place, type Places } from "../wording/places.ts";
import { readNames } from "../wording/names.ts";
import { isImperative } from "../wording/verbs.ts";
import { readWords } from "./action-words.ts";
import { boxOf, readCheckBoxes, wordsAt, type CheckBoxes } from "./check-boxes.ts";
import { findDone, saysDone } from "./done.ts";
import { readDue } from "./due.ts";
import { findMarker, type Marker } from "./markers.ts";
import { isFirstPerson, isSubject, isTakenOn, readOwnerList, readOwners, readTaker } from "./owners.ts";
import { speakerAt, speakersOf } from "./speakers.ts";
import { readActionColumns, whatCell, type ActionColumns } from "./tables.ts";

/** An action as found, before it is compared with those told before. */
export interface Found {
  readonly block: Block;
  /** Where its words begin. */
  readonly offset: number;
  /** Where its marker begins; 0: the block as a whole is the action. */
  readonly markedAt: number;
  readonly text: string;
  readonly owners: readonly string[];
  readonly done: boolean;
  readonly due: IsoDate | null;
  readonly implied: boolean;
  readonly carriedOver: boolean;
}

/** Bots that repeat what people marked. */
const BOTS = /^(?:trackbot|rrsagent|zakim|meetbot|zodbot|openstack|ubottu|github-bot)$/i;

/** Finds the actions that the notes mark: by a word, by the list they stand in, by a check box. */
export class MarkedActions {
  readonly places: Places;
  private readonly context: Context;
  private readonly boxes: CheckBoxes;

  constructor(page: Page, context: Context) {
    this.context = context;
    this.places = findPlaces({
      isGroup: (item) => this.isGroup(item),
      leads: (block) => this.isLeadIn(block),
      kind: "actions",
    });
    this.boxes = readCheckBoxes(page, (block) => this.places.of(block)?.announcement.actions === true);
  }

  /** The marked actions in a block: usually none or one. */
  read(block: Block): Found[] {
    if (block.kind === "row") return this.readRow(block);
    if (block.kind !== "item" && block.kind !== "paragraph") return [];
    if (block.speaker !== null && BOTS.test(block.speaker)) return [];
    const marker = this.markerOf(block);
    if (marker !== null) return this.readMarked(block, marker);
    const place = this.places.of(block);
    if (place?.announcement.actions === true && !place.announcement.possible && this.isListed(block, place)) {
      return this.readListed(block, place);
    }
    if (
      boxOf(block) !== null &&
      this.boxes.namesWork(block, this.isOwned(block)) &&
      !saysNothing(block.text)
    ) {
      return [this.make(block, wordsAt(block), block.text.length, place)];
    }
    return [];
  }

  private markerOf(block: Block): Marker | null {
    const { actionMarkers } = this.context.options;
    return (
      findMarker(block.text, 0, actionMarkers) ??
      (block.spokenAt > 0 ? findMarker(block.text, block.spokenAt, actionMarkers) : null)
    );
  }

  private readMarked(block: Block, marker: Marker): Found[] {
    const words = block.text.slice(marker.end, marker.until);
    const hasItems = block.children.some((child) => child.kind === "item");
    const place = this.places.of(block);
    if (words.trim() === "" || (hasItems && (words.trimEnd().endsWith(":") || this.isLeadIn(block))))
      return [];
    if (
      saysNothing(words) ||
      isState(words) ||
      (NONE.test(words) && readOwners(words, this.context.people) === null) ||
      (this.places.announcedBy(block) !== null && (hasItems || block.next?.leadIn === block))
    )
      return [];
    const owners = this.ownersIn(block, marker);
    return this.shareOwners(
      this.parts(block, marker).map(([start, end]) => {
        const markedAt = marker.place === "inside" ? marker.start : 0;
        const found = { ...this.make(block, start, end, place), markedAt };
        return owners === null ? this.ownedByLabel(found, block, marker) : { ...found, owners };
      }),
    );
  }

  /** Who stands in the marker itself, or takes the action. */
  private ownersIn(block: Block, marker: Marker): readonly string[] | null {
    const { people } = this.context;
    if (marker.place === "taken") return readTaker(block.text, marker.start, people);
    return marker.owners === "" ? null : readOwnerList(marker.owners, people);
  }

  /** Where one bullet tells several actions, who is named first does them all, unless others are named. */
  private shareOwners(found: Found[]): Found[] {
    const owners = found[0]?.owners ?? [];
    const isOpen = (action: Found): boolean =>
      action.owners.length === 0 && readOwners(action.text, this.context.people) === null;
    return found.map((action) => (isOpen(action) ? { ...action, owners } : action));
  }

  /** Behind `Ada: to do`, Ada does it. */
  private ownedByLabel(found: Found, block: Block, marker: Marker): Found {
    const isHers =
      found.owners.length === 0 &&
      block.spokenAt > 0 &&
      block.speaker !== null &&
      marker.start - block.spokenAt < 3;
    return isHers && readOwners(block.text.slice(marker.end), this.context.people) === null
      ? { ...found, owners: speakersOf(block.speaker ?? "", this.context.people) }
      : found;
  }

  /** One bullet with two markers, or with two things that are done each for itself, is two actions. */
  private parts(block: Block, marker: Marker): [number, number][] {
    const { text } = block;
    if (marker.place === "taken" || marker.place === "before") return [[marker.end, marker.until]];
    const again = findMarker(text, marker.end, this.context.options.actionMarkers);
    if (again !== null && again.place === "inside" && again.start > marker.end + 10) {
      const rest = this.parts(block, again).filter(([start, end]) => !saysNothing(text.slice(start, end)));
      return [[marker.end, again.start], ...rest];
    }
    return this.splitTaken(text, marker.end, marker.until);
  }

  /** `Ada to tag it. Linus to announce it.`: each sentence that names who does it is an action. */
  private splitTaken(text: string, start: number, end: number): [number, number][] {
    const parts: [number, number][] = [];
    let from = start;
    for (const match of text.slice(start, end).matchAll(/[.;] +(?=[\p{L}@])/gu)) {
      const at = start + match.index + match[0].length;
      if (parts.length > 20 || !this.takesOn(text, from) || !this.takesOn(text, at)) continue;
      parts.push(...splitDone(text, from, at));
      from = at;
    }
    return [...parts, ...splitDone(text, from, end)];
  }

  /** Whether somebody takes something on right there: `Ada to …`, `Will …`. */
  private takesOn(text: string, at: number): boolean {
    const words = text.slice(at, at + 200).trimStart();
    return isSubject(words, this.context.people) || /^will \p{Ll}/iu.test(words);
  }

  private isOwned(block: Block): boolean {
    return isTakenOn(block.text.slice(wordsAt(block)), this.context.people);
  }

  /** An item whose items are the actions: `Ada:`, `Docs` with boxes below. */
  private isGroup(item: Block): boolean {
    const below = item.children.filter((child) => child.kind === "item");
    if (below.length === 0 || boxOf(item) !== null || this.markerOf(item) !== null) return false;
    if (item.text.trimEnd().endsWith(":") || this.namesOnly(item.text) !== null) return true;
    if (readOwners(item.text, this.context.people) !== null || isImperative(item.text)) return false;
    return below.some(
      (child) => boxOf(child) !== null || this.markerOf(child) !== null || this.isOwned(child),
    );
  }

  /** A marker with items below it and nothing but a name or a colon behind it: `TODO Ada:`. */
  private isLeadIn(block: Block): boolean {
    if (!block.children.some((child) => child.kind === "item")) return false;
    const marker = this.markerOf(block);
    if (marker === null || marker.place !== "front") return false;
    const words = block.text.slice(marker.end).trim();
    return words === "" || words.endsWith(":") || this.namesOnly(words, false) !== null;
  }

  /** The names in a label: `Ada:`, `TODO Ada:`. */
  private namesIn(label: Block): readonly string[] | null {
    const marker = this.markerOf(label);
    if (marker === null)
      return this.namesOnly(label.text) ?? (label.speaker === null ? null : [label.speaker]);
    return this.namesOnly(marker.owners === "" ? label.text.slice(marker.end) : marker.owners, false);
  }

  private namesOnly(text: string, mustBeKnown = true): readonly string[] | null {
    const trimmed = text.trim().replace(/^(?:for|on) |[\s:*.-]+$/gi, "");
    const list = readNames(trimmed, 0, this.context.people);
    return list !== null && (list.isKnown || !mustBeKnown) && list.end === trimmed.length ? list.names : null;
  }

  /** Whether a block in a list of actions is one: its items are, what hangs below them explains. */
  private isListed(block: Block, place: Place): boolean {
    const { text } = block;
    const said = text.slice(block.spokenAt);
    if (saysNothing(text) || saysNothing(said) || isState(said)) return false;
    if (TALK.test(said) && (block.spokenAt > 0 || place.by.kind === "heading")) return false;
    if (this.places.announcedBy(block) !== null || this.isGroup(block)) return false;
    const owners = readOwners(text, this.context.people);
    if (place.announcement.decisions && owners === null && !isImperative(text) && boxOf(block) === null)
      return false;
    const readsAsWork = boxOf(block) !== null || isImperative(text) || this.isOwned(block);
    if (place.announcement.isWeak && !readsAsWork) return false;
    if (block.kind === "paragraph")
      return (
        (owners !== null || isImperative(text)) &&
        !text.endsWith(":") &&
        (block.parent === null || block.continues !== null)
      );
    if (!place.isDirect) return boxOf(block) !== null && this.isOwned(block);
    return !(text.trimEnd().endsWith("?") && owners === null && boxOf(block) === null);
  }

  private readListed(block: Block, place: Place): Found[] {
    const { text } = block;
    return this.shareOwners(
      this.splitTaken(text, wordsAt(block), text.length).map(([start, end]) =>
        this.make(block, start, end, place),
      ),
    );
  }

  /** Who does it where its own words do not say: a label above, the one who speaks. */
  private fallbackOwners(block: Block, place: Place | null): readonly string[] {
    for (const label of [...(place?.labels ?? [])].reverse()) {
      const names = this.namesIn(label);
      if (names !== null) return speakersOf(names.join(", "), this.context.people);
    }
    const speaker = speakerAt(block);
    const isListed = place?.announcement.actions === true && place.isDirect && block.spokenAt > 0;
    const takesOn = block.speaker === null || isListed || isFirstPerson(block.text);
    return speaker !== null && takesOn ? speakersOf(speaker, this.context.people) : [];
  }

  private make(block: Block, start: number, end: number, place: Place | null): Found {
    const { people, date } = this.context;
    const words = readWords(block, start, end, date, people);
    const labelled =
      place?.labels.some((label) => place.announcement.actions && saysOver(label.text)) === true;
    const done =
      words.done ||
      boxOf(block) === true ||
      labelled ||
      place?.announcement.done === true ||
      isDoneBelow(block);
    // `[x] uploaded it 2024-05-15` tells when it was done.
    const wasDone = done && words.due === date && /\d{4}/.test(block.text);
    return {
      block,
      offset: start,
      markedAt: 0,
      text: words.text,
      owners: words.owners ?? this.fallbackOwners(block, place),
      done,
      due: wasDone ? null : (words.due ?? dueBelow(block, date)),
      implied: false,
      carriedOver: place?.announcement.actions === true && place.announcement.carriedOver,
    };
  }

  private readRow(row: Block): Found[] {
    const { table } = row;
    if (table === null || table.row === 0) return [];
    const place = this.places.of(row);
    const columns = readActionColumns(table.header, place?.announcement.actions === true);
    const what = columns === null ? null : whatCell(row, columns);
    if (columns === null || what === null || saysNothing(what.text) || isState(what.text)) return [];
    return [this.makeRow(row, what, columns, place)];
  }

  private makeRow(row: Block, what: Block, columns: ActionColumns, place: Place | null): Found {
    const cell = (column: number): string => row.children[column]?.text ?? "";
    const made = this.make(what, 0, what.text.length, place);
    const owners = columns.who < 0 ? made.owners : readOwnerList(cell(columns.who), this.context.people);
    const state = cell(columns.state);
    return {
      ...made,
      block: row,
      owners,
      done: made.done || saysOver(state) || saysDone(state) || saysDone(row.text),
      due: (columns.when < 0 ? null : readDue(`by ${cell(columns.when)}`, this.context.date)) ?? made.due,
    };
  }
}

/** `Action: nothing now, maybe later`. */
const NONE = /^\W*(?:none|nothing|n\/a|no)\b(?=\s*[-–—,.;(]|\s+(?:now|yet|at|for|here|needed|required)\b)/i;

/** What is said about an action in the list of them. */
const TALK =
  /^(?:right|yes|yeah|no|ok|okay|i think|i agree|agreed|agree|we|maybe|what|how|why|should|thanks|great|good|so|well|\+1|this is|that's|it's)\b/i;

/** A label or status that says "done". */
function saysOver(text: string): boolean {
  return (
    /^\W*(?:done|completed?|closed|finished|resolved|yes|x|✓|✔|✅|fixed|merged)(?: items?| actions?)?\W*$/iu.test(
      text,
    ) || saysDone(text)
  );
}

/** `file a bug (done: 12) and open an issue (done)`: each for itself. */
function splitDone(text: string, start: number, end: number): [number, number][] {
  const words = text.slice(start, end);
  const marks = findDone(words).filter((mark) => /^[([]/.test(words.slice(mark.start)));
  const parts: [number, number][] = [];
  let from = 0;
  for (const mark of marks) {
    const tie = /^,? (?:and|&|;)? ?(?=\p{L})/u.exec(words.slice(mark.end));
    if (tie === null || !isImperative(words.slice(mark.end + tie[0].length))) continue;
    parts.push([start + from, start + mark.end]);
    from = mark.end + tie[0].length;
  }
  return [...parts, [start + from, end]];
}

const DONE_BELOW =
  /^\W*(?:this|that|it|pr|issue|all|both|now)?\W*(?:#?\d+ )?(?:is|was|got|has been|been)? ?(?:now |already )?(?:merged|done|landed|closed|fixed|completed|shipped)\b(?! (?:by|until|when|if|once|after|before)\b).{0,60}$/iu;

/** "Done!" below an action, or its status on the next line. */
function isDoneBelow(block: Block): boolean {
  const isDone = (text: string): boolean =>
    /^\W*(?:status\W+)?(?:now |all )?(?:done|completed?|finished)\b(?!.{60})/iu.test(text) &&
    saysDone(text.split(/[.;]/)[0] ?? "");
  const goesOn = block.next?.continues != null && /^\W*status\b/i.test(block.next.text) ? block.next : null;
  const below = block.children.filter((child) => child.kind === "item").slice(0, 8);
  return (
    below.some(({ text }) => isDone(text) || DONE_BELOW.test(text)) ||
    (goesOn !== null && isDone(goesOn.text))
  );
}

const DUE_BELOW = /^\W*(?:due|deadline|eta|by|when)\b|\b(?:do|finish|have|get|submit) (?:this|it)\b.*\bby\b/i;

/** `Due: Friday` below an action. */
function dueBelow(block: Block, date: IsoDate | null): IsoDate | null {
  const below = block.children.find((child) => child.text.length < 90 && DUE_BELOW.test(child.text));
  return below === undefined ? null : readDue(`by ${below.text}`, date);
}
