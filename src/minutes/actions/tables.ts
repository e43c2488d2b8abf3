import type { Block } from "../page.ts";
import { onlyCounts } from "../../language/counts.ts";

/**
 * Tables of actions: a table under a heading that announces actions, or one whose head names an action and an owner.
 *
 * | column | heads |
 * | --- | --- |
 * | what | `Action`, `Action item`, `Task`, `What`, `Description` |
 * | who | `Owner`, `Who`, `Assignee`, `Responsible` |
 * | when | `Due`, `Deadline`, `By when`, `Until` |
 * | state | `Status`, `Done?` |
 *
 * Where the first column only counts (`62.1`, `AI-3`), the description says what is to be done.
 */
export interface ActionColumns {
  readonly what: number;
  readonly description: number;
  readonly who: number;
  readonly when: number;
  readonly state: number;
}

const WHAT = new RegExp(
  "^(?:action(?: items?| points?| required| needed)?s?|tasks?|to-?dos?|what|next steps?|follow-?ups?|" +
    "work(?: items?)?|activit(?:y|ies)|deliverables?)$",
);
const DESCRIPTION =
  /^(?:descriptions?|details?|what|items?|summary|task|notes?|title|topic|subject|comments?|issues?)$/;
const WHO = new RegExp(
  "^(?:owners?|who|assignees?|assigned(?: to)?|responsible(?: (?:person|party))?|leads?|people|" +
    "persons?|names?|poc|by whom|drivers?|dri|action(?:ee| owner| by)|volunteers?|assigned person)$",
);
const WHEN = new RegExp(
  "^(?:due(?: ?date| by| on)?|deadlines?|by when|(?:completed? |finish(?:ed)? )?by(?: date)?|when|" +
    "until(?: when)?|till|target(?: ?date)?|eta|dates?|timelines?|time ?frame|" +
    "(?:expected )?completion(?: date)?)$",
);
const STATE = /^(?:status|state|done\??|completed?\??|progress|closed\??|resolved\??)$/;

const find = (heads: readonly string[], pattern: RegExp, but = -1): number =>
  heads.findIndex((head, index) => index !== but && pattern.test(head));

/** The columns of a table of actions. null: it is none. */
export function readActionColumns(header: readonly string[], isAnnounced: boolean): ActionColumns | null {
  const heads = header.map((head) =>
    head
      .toLowerCase()
      .replace(/[^\p{L}? -]/gu, "")
      .trim(),
  );
  const who = find(heads, WHO);
  const named = find(heads, WHAT, who);
  const description = find(heads, DESCRIPTION, who);
  const what = named < 0 ? description : named;
  if (what < 0 && !(isAnnounced && who >= 0)) return null;
  const isTable =
    isAnnounced ||
    (named >= 0 && /^(?:action|to-?do|next)/.test(heads[named] ?? "")) ||
    (named >= 0 && who >= 0);
  if (!isTable || heads.some((head) => /^(?:decisions?|votes?|attend|present)/.test(head))) return null;
  const first = what < 0 ? heads.findIndex((_, index) => index !== who) : what;
  return { what: first, description, who, when: find(heads, WHEN), state: find(heads, STATE) };
}

/** What comes before the number in a cell that only counts. */
const COUNTED = /(?:action|item|task|ai|no)\W*/iy;

/** The cell that says what is to be done. null: the row says nothing. */
export function whatCell(row: Block, columns: ActionColumns): Block | null {
  const cell = row.children[columns.what];
  if (cell === undefined) return null;
  if (cell.text.trim() !== "" && !onlyCounts(cell.text, COUNTED)) return cell;
  const description = row.children[columns.description >= 0 ? columns.description : columns.what + 1];
  return description !== undefined && description.text.trim() !== "" && columns.who !== columns.what + 1
    ? description
    : null;
}
