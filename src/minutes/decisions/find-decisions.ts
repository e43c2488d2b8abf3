import { Subjects } from "../about.ts";
import type { Context, DecisionDraft } from "../context.ts";
import type { Block, Page } from "../page.ts";
import { hasCondition, isCondition } from "../../language/conditions.ts";
import { saysNothing } from "../../language/nothing.ts";
import { findPlaces, type Place, type Places } from "../places/places.ts";
import { findFirstOccurrences } from "../occurrences.ts";
import { isTakenOn } from "../actions/owners.ts";
import { tidy, withoutAttributes } from "../actions/action-words.ts";
import { blankDone } from "../actions/done.ts";
import { readAssent } from "./assent.ts";
import { DecisionLists } from "./listed.ts";
import {
  type DecisionMarker,
  findDecisionMarker,
  isListOfResolved,
  isUnsettled,
} from "./decision-markers.ts";
import { isUndone, refusalBelow, refusalIn } from "./refusals.ts";
import { clausesOf } from "./clauses.ts";
import { findSettled } from "./settled.ts";
import { decisionCell, refusalInRow } from "./tables.ts";
import { isVerdict, readsSettled } from "./unmarked.ts";
import { isNobody } from "../../language/names.ts";
import { trimStart } from "../../language/text/trim.ts";
import { isImperative } from "../../language/verbs.ts";

type Found = Omit<DecisionDraft, "same">;

/** What is around the words of a decision and belongs to it. */
type Said = Partial<Pick<DecisionMarker, "refusal" | "condition">>;

const MAX_LENGTH = 2000;
const MOST_CONDITIONS = 8;
const LONGEST_CONDITION = 400;
const NO_DECISIONS = new RegExp(
  "^(?:attend|present\\b|participants?|roll call|regrets|absent|apologies|links?\\b|welcome|" +
    "upcoming meetings?|recording|antitrust|code of conduct)",
  "i",
);
/** A decision among the actions. */
const ACTION = /^\W*(?:todo|action(?: item)?|ai) ?: */i;
const PROPOSED = /\bpropos(?:ed|al)\b/i;

/** Finds decisions block by block. */
class DecisionReader {
  private readonly context: Context;
  private readonly places: Places;
  private readonly lists: DecisionLists;
  private readonly outcomes: ReadonlyMap<Block, number>;

  constructor(page: Page, context: Context) {
    this.context = context;
    this.places = findPlaces({
      isGroup: (item) => item.text.trimEnd().endsWith(":"),
      leads: (block) => this.isLeadIn(block),
      kind: "decisions",
    });
    this.lists = new DecisionLists(page, context.people, {
      isMarked: (block) => this.isMarked(block),
      leads: (block) => this.isLeadIn(block),
    });
    this.outcomes = new Map(
      context.milestones
        .filter((mention) => mention.outcome !== null)
        .map((mention) => [mention.block, mention.offset]),
    );
  }

  read(block: Block): Found | null {
    if (block.kind === "row") return this.readRow(block);
    if (block.kind !== "item" && block.kind !== "paragraph") return null;
    if (block.heading !== null && NO_DECISIONS.test(trimStart(block.heading.text, /\W/))) return null;
    if (saysNothing(block.text)) return null;
    const marker = this.markerOf(block);
    if (marker !== null) return this.readMarked(block, marker);
    const place = this.places.of(block);
    if (place !== null && this.isListed(block, place)) {
      return this.make(block, 0, true, { refusal: refusalOf(place) });
    }
    return this.readSentence(block);
  }

  private markerOf(block: Block): DecisionMarker | null {
    const { decisionMarkers } = this.context.options;
    const { text, speechStart } = block;
    const find = (at: number) => findDecisionMarker(text, at, decisionMarkers);
    const action = ACTION.exec(text)?.[0].length ?? 0;
    return find(0) ?? (speechStart > 0 ? find(speechStart) : null) ?? (action > 0 ? find(action) : null);
  }

  private isMarked(block: Block): boolean {
    const marker = isSaid(block) ? this.markerOf(block) : null;
    return marker?.explicit === true && block.text.slice(marker.end).trim() !== "";
  }

  private isLeadIn(block: Block): boolean {
    const marker = this.markerOf(block);
    return marker !== null && block.text.slice(marker.end).trim() === "";
  }

  private readMarked(block: Block, marker: DecisionMarker): Found | null {
    const words = block.text.slice(marker.end);
    const hasItems = block.children.some((child) => child.kind === "item");
    if (saysNothing(words) || isUnsettled(words) || (hasItems && words.trimEnd().endsWith(":"))) return null;
    if (block.text.trimEnd().endsWith("?")) return null;
    if (isListOfResolved(block.text.slice(marker.start, marker.end), words)) return null;
    const isSettled = findSettled(words, 0, false, () => false) !== null || isImperative(words);
    const from = sentenceAt(block.text, marker.start, block.speechStart);
    // "If the tests pass -> AGREED: ship it" is not "ship it".
    const before = block.text.slice(from, marker.start);
    const depends = hasCondition(before) || isUndone(before);
    return this.make(block, depends ? from : marker.end, marker.explicit || isSettled, marker);
  }

  private isListed(block: Block, place: Place): boolean {
    const { announcement, isDirect, by } = place;
    if (!announcement.decisions || announcement.possible || !isDirect || PROPOSED.test(by.text)) return false;
    if (this.places.announcedBy(block) !== null || block.text.trimEnd().endsWith(":")) return false;
    const isLine = block.previous === by || block.continues !== null || block.quoted;
    if (block.kind === "paragraph" && (block.parent !== null || (by.kind === "paragraph" && !isLine)))
      return false;
    const isWork =
      ACTION.test(block.text) ||
      (isTakenOn(block.text, this.context.people) && !/ to be /.test(block.text)) ||
      block.checked !== null;
    const isResolved = /resol|decision/i.test(by.text) && !ACTION.test(block.text);
    return (isResolved || !isWork) && this.lists.holds(block, place);
  }

  private readSentence(block: Block): Found | null {
    if (this.places.announcedBy(block) !== null) return null;
    const text = block.text.slice(0, MAX_LENGTH);
    const isSpeech = block.speaker !== null && !isNobody(block.speaker);
    const settled = findSettled(text, block.speechStart, isSpeech, (name) =>
      this.context.people.isKnown(name),
    );
    if (settled !== null) {
      const from = sentenceAt(text, settled.start, block.speechStart);
      return this.make(block, isBareResult(text.slice(from)) ? block.speechStart : from, settled.explicit);
    }
    const outcome = this.outcomes.get(block);
    if (outcome !== undefined && (!isSpeech || PROMISED.test(text))) {
      return this.make(block, sentenceAt(text, outcome, block.speechStart), true);
    }
    const assent = readAssent(block);
    if (assent !== null) return this.make(block, block.speechStart, assent.explicit);
    return this.readUnmarked(block, text);
  }

  private readUnmarked(block: Block, text: string): Found | null {
    const isGroup = block.speaker !== null && isNobody(block.speaker);
    if (isGroup && /^\W*\+1/.test(text.slice(block.speechStart)))
      return this.make(block, block.speechStart, false);
    const bold = block.spans.findLast((span) => span.kind === "strong");
    if (
      bold !== undefined &&
      bold.end >= text.trimEnd().length - 1 &&
      isVerdict(text.slice(bold.start, bold.end))
    ) {
      return this.make(block, block.speechStart, false);
    }
    const clause = clausesOf(text, block.speechStart).find((part) => readsSettled(part.text));
    return clause === undefined
      ? null
      : this.make(block, sentenceAt(text, clause.start, block.speechStart), false);
  }

  private readRow(row: Block): Found | null {
    if (row.table === null || row.table.row === 0) return null;
    const place = this.places.of(row);
    const isAnnounced =
      place?.announcement.decisions === true && !place.announcement.actions && this.lists.isNamed(place);
    const cell = decisionCell(row, isAnnounced);
    if (cell === null || cell.struck || saysNothing(cell.text) || isUnsettled(cell.text)) return null;
    return { ...this.make(cell, 0, true, { refusal: refusalInRow(row, cell) }), block: row };
  }

  private make(block: Block, offset: number, explicit: boolean, { refusal, condition }: Said = {}): Found {
    const said = withoutAttributes(block.plain.slice(offset));
    const words = tidy(isUndone(said) ? said : blankDone(said));
    const verdict = refusal ?? refusalBelow(block, (other) => this.markerOf(other) !== null);
    return {
      block,
      line: block.lineAt(offset),
      endLine: block.endLine,
      text: [
        verdict === null || refusalIn(words.slice(0, 40)) !== null ? "" : `${verdict}:`,
        words,
        condition ?? "",
        ...conditionsBelow(block),
      ]
        .filter((part) => part !== "")
        .join(" "),
      speaker: block.speaker,
      explicit,
    };
  }
}

/** `### Rejected`, or a label `Rejected:`, above what is in a list of decisions. */
function refusalOf({ by, labels }: Place): string | null {
  return (
    [...labels.toReversed(), by].map(({ text }) => refusalIn(text)).find((found) => found !== null) ?? null
  );
}

/** Conditions on lines of their own, right below a decision. */
function conditionsBelow(block: Block): string[] {
  const next = block.next?.continues === block ? [block.next] : [];
  return [...block.children.slice(0, MOST_CONDITIONS), ...next]
    .filter(({ text }) => isCondition(text) && text.length <= LONGEST_CONDITION)
    .map(({ plain }) => `– ${tidy(withoutAttributes(plain))}`);
}

/** What one person says of a release is settled where it is more than what they do just now. */
const PROMISED = /\b(?:will|won't|going to|slipped|deferred|moved|pushed|postponed|not)\b/i;

/** A result without what it is about: `Not carried.`, `Motion passed 5-2.` */
const BARE_RESULT = new RegExp(
  "^(?:the )?(?:motion |vote |resolution |proposal )?(?:is |was |has )?(?:not )?" +
    "(?:carried|carries|passed|passes|approved|adopted|accepted|rejected|failed|fails|defeated)\\b" +
    "[^\\p{L}]*(?:unanimously[\\s.!]*)?$",
  "iu",
);
const isBareResult = (sentence: string): boolean => BARE_RESULT.test(sentence);

/** Where the sentence around an offset begins. */
function sentenceAt(text: string, offset: number, from: number): number {
  const before = text.slice(from, offset);
  const end = /^.*[.!?](?=\s)/s.exec(before)?.[0].length ?? 0;
  return from + end + (/^\s*/.exec(before.slice(end))?.[0].length ?? 0);
}

const isSaid = ({ kind, text, struck }: Block): boolean =>
  kind !== "code" && kind !== "cell" && text !== "" && !struck;

/** Finds what the group settled. */
export function findDecisions(page: Page, context: Context): DecisionDraft[] {
  const reader = new DecisionReader(page, context);
  const found: Found[] = [];
  for (const block of page.blocks) {
    const decision = isSaid(block) ? reader.read(block) : null;
    if (decision !== null) found.push(decision);
  }
  const subjects = new Subjects(context);
  const occurrences = found.map(({ block, line, text }) => ({
    line,
    text,
    owners: [],
    about: subjects.about({ line, endLine: Math.max(line, block.lastLine) }).references,
    isOfPlace: true,
  }));
  const first = findFirstOccurrences(occurrences);
  return found.map((decision, index) => ({ ...decision, same: first[index] ?? null }));
}
