import { withoutExtensions } from "../file-name.ts";
import type { IsoDate } from "../meeting.ts";
import { MONTH } from "../../language/calendar.ts";
import { findDays, FIRST_YEAR, isDay, isoDay, monthNumber } from "./calendar-days.ts";

/**
 * The day of a meeting in the path of its minutes:
 *
 * | habit | example |
 * | --- | --- |
 * | in the name, or in a folder's, whatever is around it | `2021-03-02-tea.md`, `2021_03_02-2.md`,
 *   `TeaRound20210302Japan.md`, `20210302-tea/notes.md` |
 * | with the hour, as MeetBot names its logs | `tea.2021-03-02-15.00.log.txt` |
 * | with a month's name | `2021-March-02.md`, `2-march-2021.md` |
 * | the year in a folder, the rest in the name | `2021/03-02.md`, `2021/calls/03-02-notes.md`, `2021/march-2.md` |
 * | year, month and day each in one | `2021/03/02.md`, `2021/march/2.md` |
 * | a year in two digits in front | `tea-21-03-02.md` |
 */
const YEAR = "(?<year>20\\d{2})";
const FULL = new RegExp(
  `(?<!\\d)${YEAR}([-_.]?)(?<month>0[1-9]|1[0-2])\\2(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)`,
);
const NAMED = new RegExp(`(?<!\\d)${YEAR}[-_. ](?<name>${MONTH})[-_. ](?<day>\\d{1,2})(?!\\d)`, "iu");
const SHORT = /(?<![\d-])(?<year>[0-4]\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?![\d-])/;
const MONTH_AND_DAY = /^(?<month>\d{1,2})[-_.](?<day>\d{1,2})(?!\d)/;
const ONE_YEAR = /(?<!\d)20\d{2}(?!\d)/;
const MONTH_FOLDER = new RegExp(`^(?:(?<month>\\d{1,2})|(?<name>${MONTH}))(?![\\p{L}\\d])`, "iu");
const DAY_NAME = /^(?<day>\d{1,2})(?!\d)/;
/** So many folders are looked at, from the innermost. */
const MOST_FOLDERS = 4;

type Groups = Readonly<Record<string, string | undefined>>;

function toDay({ year, month, name, day }: Groups, folderYear?: number): IsoDate | null {
  const digits = Number(year);
  const full = year === undefined ? folderYear : year.length === 2 ? 2000 + digits : digits;
  const number = name === undefined ? Number(month) : monthNumber(name);
  if (full === undefined || full < FIRST_YEAR || number === undefined || !isDay(full, number, Number(day)))
    return null;
  return isoDay(full, number, Number(day));
}

/** Reads the day in a path. null: it has none that is sure. */
export function dayOfPath(path: string): IsoDate | null {
  const parts = withoutExtensions(path)
    .split("/")
    .slice(-MOST_FOLDERS - 1);
  const name = parts.at(-1) ?? "";
  const folders = parts.slice(0, -1).toReversed();
  return (
    fullIn(name) ??
    inFolders(name, folders) ??
    inText(name) ??
    folders.map(inText).find((day) => day !== null) ??
    null
  );
}

function fullIn(text: string): IsoDate | null {
  return (
    [FULL, NAMED].map((pattern) => toDay(pattern.exec(text)?.groups ?? {})).find((day) => day !== null) ??
    null
  );
}

function inText(text: string): IsoDate | null {
  const full = fullIn(text);
  if (full !== null) return full;
  const short = SHORT.exec(text)?.groups;
  if (short !== undefined) return toDay(short);
  const [day] = findDays(withSlashes(capitalize(text)));
  return day?.year == null ? null : isoDay(day.year, day.month, day.day);
}

/** In a file's name `march 2` is the month, and in `03-02-2021` it is in front, where it can be. */
function withSlashes(text: string): string {
  return text
    .replaceAll("_", "-")
    .replace(/(?<!\d)(\d{1,2})-(\d{1,2})-(20\d{2})(?!\d)/, "$1/$2/$3")
    .replace(/(?<=\p{L})[-.](?=\d)|(?<=\d)[-.](?=\p{L})/gu, " ");
}

const capitalize = (words: string): string =>
  words.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());

function inFolders(name: string, folders: readonly string[]): IsoDate | null {
  const at = folders.findIndex((folder) => ONE_YEAR.test(folder));
  const year = at < 0 ? undefined : Number(ONE_YEAR.exec(folders[at] ?? "")?.[0]);
  if (year === undefined) return null;
  const inName = toDay(MONTH_AND_DAY.exec(name)?.groups ?? {}, year);
  if (inName !== null) return inName;
  const month = at > 0 ? MONTH_FOLDER.exec(folders[0] ?? "")?.groups : undefined;
  const inFolder = toDay({ ...month, ...DAY_NAME.exec(name)?.groups }, year);
  if (month !== undefined && inFolder !== null) return inFolder;
  const [day] = findDays(capitalize(name.replace(/[-_]/g, " ")));
  return day === undefined || !isDay(year, day.month, day.day) ? null : isoDay(year, day.month, day.day);
}
