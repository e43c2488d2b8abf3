import { findDays } from "../dates/calendar-days.ts";
import type { Attendee } from "../meeting.ts";
import type { Block, FrontMatter } from "../page.ts";
import { isStrictName, readEntry } from "./entry.ts";
import { mergeAttendees } from "./merge.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { splitAddresses, splitNames } from "./split-names.ts";
import { readTable } from "./table.ts";
import {
  endsInPresent,
  groupLabel,
  isAbsentLabel,
  isAbsentTitle,
  isGroupTitle,
  isPresentTitle,
  presentLabel,
  ROLE_LABEL,
} from "./words.ts";
import { own } from "../own.ts";

/** How many blocks are the top of the page, where a list without a title may be that of those present. */
const TOP = 12;
/** Labels further down are talk ("People: we should ask them"). */
const LABELS_END = 60;
const LONGEST_INLINE = 200;
const LONGEST_TITLE = 60;

type Part = "present" | "perhaps" | "absent" | null;

/**
 * Where those present are listed:
 *
 * | habit | example |
 * | --- | --- |
 * | a list or table under a heading | `## Present`, `### Attendees (12)`; its groups too: `### Observers` |
 * | a list behind a lead-in | `Participants:`, `Tuesday 2 March Attendees`, `… sign in. Roll call:` |
 * | items below an item | `- Attendees` |
 * | a label | `**Present:** Ada, Grace`, `- Team members: Ada, Grace` under the heading |
 * | lines under the heading | `Ada, Grace and Linus` |
 * | who had a role | `Note-taker: Grace` |
 * | front matter | `attendees: [Ada, Grace]` |
 * | the list or line of names right behind the day, if there is no other | `Ada, Grace, Linus` |
 */
export function findAttendees(
  blocks: readonly Block[],
  frontMatter: FrontMatter,
  people: Readonly<Record<string, string>>,
): Attendee[] {
  const named = [...fromFrontMatter(frontMatter), ...fromSections(blocks), ...fromNamesAtTop(blocks, people)];
  const listed = named.length > 0 ? named : fromListAtTop(blocks);
  return mergeAttendees([...listed, ...fromRoles(blocks, listed)], people);
}

/** `Note-taker: Ada` at the top, unless the list has Ada Byron. */
function fromRoles(blocks: readonly Block[], listed: readonly Attendee[]): Attendee[] {
  const words = new Set(listed.flatMap(({ name, login }) => [...name.split(" "), name, login ?? ""]));
  return blocks.slice(0, LABELS_END).flatMap((block) => {
    // Deeper down it is the chair of some committee.
    const isTop = block.kind !== "heading" && block.kind !== "row" && (block.heading?.depth ?? 0) <= 2;
    const label = isTop ? ROLE_LABEL.exec(block.text) : null;
    const names = label === null ? [] : readNames(block, label[0].length);
    return names.filter(({ name }) => !words.has(name) && (isStrictName(name) || /^[\w-]+$/.test(name)));
  });
}

/** `Ada Byron (@ada)`, `Ada Byron <@ada>`, `@ada`. */
const WITH_LOGIN = /^([^@(<]*)[(<]?@([A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38})[)>]?$/;

function fromFrontMatter(frontMatter: FrontMatter): Attendee[] {
  const keys = /^(?:attendees|participants|present|people|attending|members|guests|observers)$/;
  const values = frontMatter.entries.flatMap((entry) => (keys.test(entry.key) ? entry.values : []));
  return values.flatMap((value) => {
    const [, before = "", login = null] = WITH_LOGIN.exec(value) ?? [];
    const name = login === null ? value : before.trimEnd() || login;
    const isName = isStrictName(name) || /^[\w|`^{}[\]\\-]{2,30}$/.test(name);
    return isName ? [{ name, login }] : [];
  });
}

/** Entries of one run of names, from an offset in a block's text on. */
function readNames(block: Block, start: number): Attendee[] {
  const parts = splitAddresses(block, start) ?? splitNames(block.text, start);
  return parts.flatMap((part) => readEntry(block, part.start, part.end) ?? []);
}

interface Ticked {
  readonly attendee: Attendee;
  readonly checked: boolean | null;
}

class Sections {
  readonly found: Ticked[] = [];
  private heading: Part = null;
  private headingDepth = 0;
  /** Lead-ins and items that announce a list. */
  private readonly titles = new Map<Block, Part>();

  read(block: Block): void {
    if (block.kind === "heading") this.readHeading(block);
    else if (block.kind === "row") this.readRow(block);
    else if (block.kind !== "cell" && block.kind !== "code") this.readText(block);
  }

  private add(attendees: readonly Attendee[], checked: boolean | null): void {
    this.found.push(...attendees.map((attendee) => ({ attendee, checked })));
  }

  private readHeading(block: Block): void {
    const label = presentLabel(block.text);
    const was = this.heading;
    const isDeeper = was !== null && block.depth > this.headingDepth;
    if (isPresentTitle(block.text)) this.heading = "present";
    else if (isAbsentTitle(block.text)) this.heading = "absent";
    else if (was !== null && isGroupTitle(block.text)) this.heading = "present";
    // A group of another name (`### Parser team`): only a name with a login or address counts there.
    else if (was !== null && isDeeper && block.text.split(" ").length < 4) this.heading = "perhaps";
    else this.heading = null;
    if (!isDeeper) this.headingDepth = block.depth;
    if (label !== null && block.id < LABELS_END) this.add(readNames(block, label), null);
  }

  private readRow(block: Block): void {
    const part = block.leadIn === null ? this.heading : (this.titles.get(block.leadIn) ?? this.heading);
    if (part === "present") this.add(readTable(block), null);
  }

  /** What a block says about those below it; undefined: nothing. */
  private readTitle(block: Block): Part | undefined {
    if (isAbsentTitle(block.text)) return "absent";
    if (isPresentTitle(block.text)) return "present";
    const isGroup = this.partOf(block) === "present" && block.children.length > 0 && isGroupTitle(block.text);
    return isGroup || (block.text.length < LONGEST_INLINE && endsInPresent(block.text))
      ? "present"
      : undefined;
  }

  private partOf(block: Block): Part {
    if (block.leadIn !== null && this.titles.has(block.leadIn)) return this.titles.get(block.leadIn) ?? null;
    if (block.parent !== null) return this.titles.get(block.parent) ?? null;
    // Lines behind `Present:` without a list.
    if (block.kind === "paragraph" && block.continues !== null)
      return this.titles.get(block.continues) ?? this.heading;
    return this.heading;
  }

  private readText(block: Block): void {
    const part = this.partOf(block);
    // Far down, only a short line can be a title.
    if (part === null && block.id >= LABELS_END && block.text.length > LONGEST_TITLE) return;
    const title = this.readTitle(block);
    if (title !== undefined) {
      this.titles.set(block, title);
      return;
    }
    if (isAbsentLabel(block.text) || (part === "present" && isGroupTitle(block.text))) return;
    const isTop = block.id < LABELS_END || part === "present";
    const label = isTop
      ? (presentLabel(block.text) ?? (part === "present" ? groupLabel(block.text) : null))
      : null;
    if (label !== null) this.add(readNames(block, label), block.checked);
    else if (part === "present") this.readMember(block);
    else if (part === "perhaps" && block.kind === "item") {
      const entry = readEntry(block, 0, block.text.length);
      if (entry !== null && block.text.includes("@") && isStrictName(entry.name))
        this.add([entry], block.checked);
    }
  }

  private readMember(block: Block): void {
    const isList = block.kind === "item" ? !hasCommaBeside(block) : block.checked === null;
    const parts = splitNames(block.text, 0);
    const isNames =
      isList &&
      parts.length > 1 &&
      !block.text.includes("/") &&
      parts.every((part) => readEntry(block, part.start, part.end) !== null);
    if (isNames) this.add(readNames(block, 0), block.checked);
    else
      this.add(
        [readEntry(block, 0, block.text.length)].flatMap((entry) => entry ?? []),
        block.checked,
      );
    // A line in a run of lines continues below.
    if (block.kind === "paragraph" && block.parent === null && block.continues !== null)
      this.titles.set(block, "present");
  }
}

/** In a list where others have a comma too, it comes before a company: `Ada, ACME`. */
const hasCommaBeside = ({ previous, next }: Block): boolean =>
  previous?.text.includes(",") === true || next?.text.includes(",") === true;

function fromSections(blocks: readonly Block[]): Attendee[] {
  const sections = new Sections();
  for (const block of blocks) sections.read(block);
  // In a list that people tick to say that they are here, the others are not.
  const isTicked = sections.found.some(({ checked }) => checked === true);
  return sections.found.flatMap(({ attendee, checked }) => (isTicked && checked === false ? [] : [attendee]));
}

const GATHERING = /\b(?:(?:mini-?)?sync(?:-?up)?|meeting|discussion|call|chat|conversation|1:1)\b/i;

/** Parts of a line between separators, without days, brackets and the kind of meeting behind them. */
function namesOf(text: string): string[] {
  let rest = text;
  for (const day of findDays(text).toReversed()) rest = `${rest.slice(0, day.offset)}${rest.slice(day.end)}`;
  const [bare = ""] = rest.replace(/\([^()]*\)/g, "").split(GATHERING, 1);
  return bare
    .split(/, | and | & | ?\/ ?/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** `@Ada B @Grace H`, as collaborative editors write it. */
const MENTIONS = /^(?:@[\p{L}\d_-]+(?: \p{L}[\p{L}.-]*)?[ ,]*){2,}$/u;

function readMentions(text: string): Attendee[] {
  return text
    .split("@")
    .map((name) => trimEnd(name, /[ ,]/))
    .filter(Boolean)
    .map((name) => ({
      name,
      login: /^[\w-]+$/.test(name) ? name : null,
    }));
}

/** `Ada, Grace, Linus` behind the line with the day, or on it; `Ada / Grace (2 March)`. */
function fromNamesAtTop(blocks: readonly Block[], people: Readonly<Record<string, string>>): Attendee[] {
  for (const [index, block] of blocks.slice(0, TOP).entries()) {
    const before = blocks[index - 1];
    const hasDay = findDays(block.text).length > 0;
    const isBehindDay = before !== undefined && before.kind !== "item" && findDays(before.text).length > 0;
    if (block.kind !== "paragraph" || block.text.length > LONGEST_INLINE || block.text.includes(":"))
      continue;
    if (isBehindDay && MENTIONS.test(block.text)) return readMentions(block.text);
    const names = namesOf(block.text);
    if (names.length < 2) continue;
    const known = names.map(
      (name) => (own(people, name) === undefined ? name.split(" ").at(-1) : name) ?? "",
    );
    const count = known.filter((name) => own(people, name) !== undefined).length;
    const isKnown = hasDay || isBehindDay ? count * 2 > known.length : count > 1 && count === known.length;
    if (isKnown && known.every(isStrictName)) return known.map((name) => ({ name, login: null }));
    if (!hasDay && isBehindDay && names.every(isStrictName))
      return names.map((name) => ({ name, login: null }));
  }
  return [];
}

/** A list of nothing but names right behind the day. */
function fromListAtTop(blocks: readonly Block[]): Attendee[] {
  const first = blocks.findIndex((block) => block.kind === "item");
  const start = blocks[first];
  if (start === undefined || first > TOP) return [];
  const isBehindDay = blocks
    .slice(Math.max(0, first - 2), first)
    .some((block) => findDays(block.text).length > 0);
  if (!isBehindDay) return [];
  const items: Block[] = [];
  for (let block: Block | null = start; block?.kind === "item"; block = block.next) items.push(block);
  const isNames =
    items.length > 1 && items.every((item) => item.children.length === 0 && isStrictName(item.text));
  return isNames ? items.flatMap((item) => readEntry(item, 0, item.text.length) ?? []) : [];
}
