import type { Context } from "../context.ts";
import type { Block } from "../page.ts";
import { isState, saysNothing } from "../../language/nothing.ts";
import type { Place } from "../places/places.ts";
import { saysOver } from "./below.ts";
import { saysDone } from "./done.ts";
import { readDue } from "./due.ts";
import type { Found } from "./found.ts";
import { makeAction } from "./make-action.ts";
import { readOwnerList } from "./owners.ts";
import { readActionColumns, whatCell } from "./tables.ts";

/** A row of a table of actions. null: it is none, or says nothing. */
export function readRow(row: Block, place: Place | null, context: Context): Found | null {
  const { table } = row;
  if (table === null || table.row === 0) return null;
  const columns = readActionColumns(table.header, place?.announcement.actions === true);
  const what = columns === null ? null : whatCell(row, columns);
  if (columns === null || what === null || saysNothing(what.text) || isState(what.text)) return null;
  // Struck in a row that is not over, it is not said.
  const cell = (column: number): string => {
    const found = row.children[column];
    return found === undefined || (found.struck && !what.struck) ? "" : found.text;
  };
  const made = makeAction(what, [0, what.text.length], place, context);
  const state = cell(columns.state);
  const due = columns.when < 0 ? null : readDue(`by ${cell(columns.when)}`, context.date);
  return {
    ...made,
    block: row,
    owners: columns.who < 0 ? made.owners : readOwnerList(cell(columns.who), context.people),
    done: made.done || saysOver(state) || saysDone(row.text),
    due: due ?? made.due,
  };
}
