import type { Context } from "../context.ts";
import type { IsoDate } from "../meeting.ts";
import type { Block, Page } from "../page.ts";
import { isState, saysNothing } from "../../language/nothing.ts";
import { isInAgenda } from "../places/parts.ts";
import { findPlaces, type Place, type Places } from "../places/places.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";
import { saysOver } from "./below.ts";
import { boxOf, readCheckBoxes, wordsAt, type CheckBoxes } from "./check-boxes.ts";
import type { Found } from "./found.ts";
import { readNick } from "./handles.ts";
import { hasItems, isGroup, isLeadIn, isOrder, isOwned, isTask, isTitle, markerOf } from "./labels.ts";
import { makeAction } from "./make-action.ts";
import { findActionMarker, type ActionMarker } from "./action-markers.ts";
import { isNoWork } from "./no-work.ts";
import { isSubject, readOwnerList, readOwners } from "./owners.ts";
import { isFirstPerson, readTaker } from "./takers.ts";
import { readDue } from "./due.ts";
import { readRow } from "./rows.ts";
import { isTyped, speakersOf } from "./speakers.ts";
import { splitActions, type Part } from "./split.ts";
import { TalkParts } from "./talk.ts";

/** Bots that repeat what people marked. */
const BOTS = /^(?:trackbot|rrsagent|zakim|meetbot|zodbot|openstack|ubottu|github-bot)$/i;
/** `Action: nothing now, maybe later`. */
const NONE = /^\W*(?:none|nothing|n\/a|no)\b(?=\s*[-–—,.;(]|\s+(?:now|yet|at|for|here|needed|required)\b)/i;
/** What is said about an action in the list of them. */
const TALK = new RegExp(
  "^(?:right|yes|yeah|no|ok|okay|i think|i agree|agreed|agree|we|maybe|what|how|why|should|thanks|" +
    "great|good|so|well|\\+1|this is|that's|it's)\\b",
  "i",
);

/** Below it, a name in front says who does what follows; below "Follow-up on …" it says who speaks. */
const NEXT_STEPS = /^\W*next (?:steps?|actions?)\W*$/i;

/** `TODO (by 1 June): …`: nothing but a day is in the marker. */
const IS_DAY = /^(?:(?:by|due|before|until)\b|\d)/i;

const IS_NEXT = /\bnext\b/i;

/** `No longer needed: ` before a marker. */
const LONGEST_STATE = 30;

/** `#action me to paint it`. */
const ME = /^\W*(?:me|myself)\b/i;

/** Finds the actions that the notes mark: by a word, by the list they are in, by a check box. */
export class MarkedActions {
  readonly places: Places;
  private readonly context: Context;
  private readonly boxes: CheckBoxes;
  private readonly talk: TalkParts;

  constructor(page: Page, context: Context) {
    this.context = context;
    this.talk = new TalkParts(page, context.people);
    this.places = findPlaces({
      isGroup: (item) => isGroup(item, context),
      leads: (block) => isLeadIn(block, context),
      kind: "actions",
    });
    this.boxes = readCheckBoxes(page, {
      isListed: (block) => this.places.of(block)?.announcement.actions === true,
      isOwned: (block) => isOwned(block, context),
      isOrder: (block) => isOrder(block, context),
    });
  }

  /** The marked actions in a block: usually none or one. */
  read(block: Block): Found[] {
    const { people } = this.context;
    return this.readAll(block).filter(({ text, owners, done }) => done || !isNoWork(text, owners, people));
  }

  private readAll(block: Block): Found[] {
    const place = this.places.of(block);
    if (block.kind === "row") return [readRow(block, place, this.context) ?? []].flat();
    if (block.kind !== "item" && block.kind !== "paragraph") return [];
    if (block.speaker !== null && BOTS.test(block.speaker)) return [];
    const marker = markerOf(block, this.context);
    if (marker !== null) return this.isEmpty(block, marker) ? [] : this.readMarked(block, marker, place);
    const isAnnounced = place?.announcement.actions === true && !place.announcement.possible;
    const isBox = () => this.boxes.namesWork(block, isOwned(block, this.context)) && !saysNothing(block.text);
    const isAction = isAnnounced && this.isListed(block, place) ? true : boxOf(block) !== null && isBox();
    return isAction ? this.makeAll(block, this.split(block, wordsAt(block), block.text.length), place) : [];
  }

  /** A marker with nothing to do behind it, or that only leads to the items below. */
  private isEmpty(block: Block, marker: ActionMarker): boolean {
    const words = block.text.slice(marker.end, marker.until);
    if (saysNothing(words) || isState(words)) return true;
    const leadsOn = words.trimEnd().endsWith(":") && !isTask(words, this.context);
    if (hasItems(block) && (leadsOn || isLeadIn(block, this.context))) return true;
    if (NONE.test(words) && readOwners(words, this.context.people) === null) return true;
    const leads = hasItems(block) || block.next?.leadIn === block;
    return leads && this.places.announcedBy(block) !== null;
  }

  private readMarked(block: Block, marker: ActionMarker, place: Place | null): Found[] {
    const markedAt = marker.place === "inside" ? marker.start : 0;
    const found = this.makeAll(block, this.parts(block, marker), place);
    // `TODO (cancelled): …`
    const isStated = marker.owners !== "" && saysOver(marker.owners);
    // `Cancelled: TODO: …`
    const before = marker.place === "inside" ? block.text.slice(block.speechStart, marker.start) : "";
    const isOver = isStated || (before.length <= LONGEST_STATE && saysOver(before));
    const owners = isStated ? null : this.ownersIn(block, marker);
    const due = this.dueIn(block, marker);
    return found.map((action) => ({
      ...action,
      due: action.due ?? due,
      markedAt,
      owners: owners ?? action.owners,
      done: action.done || isOver,
    }));
  }

  /** The day in the marker itself: `Action on Ada by 1 June: …`. */
  private dueIn(block: Block, { start, end, owners, place }: ActionMarker): IsoDate | null {
    if (place === "taken" || owners === "") return null;
    return readDue(
      place === "before" ? owners : trimEnd(block.text.slice(start, end), /[\s:]/),
      this.context.date,
    );
  }

  /** The owner in the marker itself, who takes the action, or who says "to do" of themselves. null: no one. */
  private ownersIn(block: Block, marker: ActionMarker): readonly string[] | null {
    const { people } = this.context;
    if (marker.place === "taken") return readTaker(block.text, marker.start, people);
    if (marker.owners !== "" && !IS_DAY.test(marker.owners)) return readOwnerList(marker.owners, people);
    if (isTyped(block)) return this.typedOwners(block, marker);
    const isHers = block.speechStart > 0 && block.speaker !== null && marker.start - block.speechStart < 3;
    if (!isHers || readOwners(block.text.slice(marker.end), people) !== null) return null;
    return speakersOf(block.speaker ?? "", people);
  }

  /** Who types a line in a chat does it only where they say "I". null: the words name somebody. */
  private typedOwners(block: Block, marker: ActionMarker): readonly string[] | null {
    const words = block.text.slice(marker.end, marker.until);
    if (readOwners(words, this.context.people) !== null) return null;
    return isFirstPerson(words) || ME.test(words)
      ? speakersOf(block.speaker ?? "", this.context.people)
      : readNick(words);
  }

  /** One bullet with two markers is two actions. */
  private parts(block: Block, marker: ActionMarker): Part[] {
    const { text } = block;
    if (marker.place === "taken" || marker.place === "before") return [[marker.end, marker.until]];
    const again = findActionMarker(text, marker.end, this.context.options.actionMarkers);
    if (again === null || again.place !== "inside" || again.start < marker.end + 10) {
      return this.split(block, marker.end, marker.until);
    }
    const rest = this.parts(block, again).filter(([start, end]) => !saysNothing(text.slice(start, end)));
    return [[marker.end, again.start], ...rest];
  }

  private split(block: Block, start: number, end: number): Part[] {
    return splitActions(block.text, start, end, this.context.people);
  }

  /** Where one bullet tells several actions, who is named first does them all, unless others are named. */
  private makeAll(block: Block, parts: readonly Part[], place: Place | null): Found[] {
    const found = parts.map((part) => makeAction(block, part, place, this.context));
    const owners = found[0]?.owners ?? [];
    const isOpen = (action: Found): boolean =>
      action.owners.length === 0 && readOwners(action.text, this.context.people) === null;
    return found.map((action) => (isOpen(action) ? { ...action, owners } : action));
  }

  /** Whether a block in a list of actions is one: its items are, what hangs below them explains. */
  private isListed(block: Block, place: Place): boolean {
    const { text } = block;
    const said = text.slice(block.speechStart);
    if (saysNothing(text) || saysNothing(said) || isState(said)) return false;
    if (TALK.test(said) && (block.speechStart > 0 || place.by.kind === "heading")) return false;
    if (this.places.announcedBy(block) !== null || isGroup(block, this.context)) return false;
    const isBox = boxOf(block) !== null;
    const isOrder = isImperative(text);
    const names = readOwners(text, this.context.people) !== null;
    const owned = isOwned(block, this.context);
    if (place.announcement.decisions && !names && !isOrder && !isBox) return false;
    const isAssigned =
      block.kind === "item" && owned && place.labels.length === 0 && NEXT_STEPS.test(place.by.text);
    const isNamed =
      place.by.kind !== "heading" && IS_NEXT.test(place.by.text) && (names || block.speaker !== null);
    const readsAsWork =
      isBox ||
      isAssigned ||
      isNamed ||
      isImperative(withoutPurpose(said)) ||
      isSubject(text, this.context.people);
    if ((place.announcement.isWeak || isInAgenda(place.by)) && !readsAsWork) return false;
    if (this.talk.isTalk(place.by, block.kind) && !isBox && !this.isWorkAmongTalk(block)) return false;
    // Behind an empty "Action item:" the agenda continues.
    if (place.by.kind === "paragraph" && !names && !isOrder && !isBox && isTitle(block)) return false;
    if (block.kind === "paragraph") return (names || isOrder) && !text.endsWith(":") && isOutside(block);
    if (!place.isDirect) return isBox && owned;
    return names || isBox || !text.trimEnd().endsWith("?");
  }

  /**
   * Where people speak, a name in front says who speaks: only `Ada to do it` and an order that nobody speaks are
   * actions.
   */
  private isWorkAmongTalk({ text, speechStart }: Block): boolean {
    if (text.trimEnd().endsWith("?")) return false;
    const isOrder = speechStart === 0 && isImperative(text);
    return isOrder || /^\W*to\s/i.test(text.slice(speechStart)) || isSubject(text, this.context.people);
  }
}

/** `For the lids, send the bill`. */
const withoutPurpose = (text: string): string => text.replace(/^(?:for|in|on|at) [^,.:;]{3,60}, /i, "");

/** A paragraph within an item explains it, unless it is a line of its own. */
const isOutside = (block: Block): boolean => block.parent === null || block.continues !== null;
