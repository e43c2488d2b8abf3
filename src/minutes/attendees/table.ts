import type { Attendee } from "../meeting.ts";
import type { Block } from "../page.ts";
import { readEntry } from "./entry.ts";

const NAME = /\b(?:names?|attendees?|participants?|members?|persons?|people|who)\b/i;
const LOGIN = /\b(?:github|gh|handle|login|user ?names?|ids?)\b/i;
const PRESENT = /^\W*(?:present|attended|attending|attendance|here|in attendance)\b/i;
const NO = /^(?:no|n|absent|regrets|✗|✘|❌|☐|\[ \]|-)?$/i;

/** The person of one row of a table of those present; its columns are known by their header. */
export function readTable(row: Block): Attendee[] {
  const { table, children } = row;
  if (table === null || table.row === 0) return [];
  const column = (pattern: RegExp) => table.header.findIndex((text) => pattern.test(text));
  const cellAt = (index: number) => children.find((cell) => cell.table?.column === index);
  const nameCell = cellAt(Math.max(0, column(NAME)));
  const presentColumn = column(PRESENT);
  if (presentColumn > 0 && NO.test(cellAt(presentColumn)?.text.trim() ?? "")) return [];
  const entry = nameCell === undefined ? null : readEntry(nameCell, 0, nameCell.text.length);
  if (entry === null) return [];
  const login = cellAt(column(LOGIN))?.text.replace(/^@/, "").trim() ?? "";
  const isLogin = entry.login === null && /^[A-Za-z\d][A-Za-z\d-]{0,38}$/.test(login);
  return [isLogin ? { ...entry, login } : entry];
}
