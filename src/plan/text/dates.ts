import { format } from "date-fns/format";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import type { IsoDate } from "../../minutes/meeting.ts";

/** `23 November 2020`, which nobody can misread. */
export function longDate(date: IsoDate): string {
  const day = parseISO(date);
  return isValid(day) ? format(day, "d MMMM yyyy") : date;
}

/** `Monday, 23 November 2020`. */
export function dateWithWeekday(date: IsoDate): string {
  const day = parseISO(date);
  return isValid(day) ? format(day, "EEEE, d MMMM yyyy") : date;
}
