import type { SeenMeeting } from "../meeting.ts";
import { findDays, isoDay } from "./calendar-days.ts";

const STARTED = /^\W{0,12}meeting started\b/i;
const START = /^.{0,60}#startmeeting\b/i;
const DAY_CHANGED = /\bday changed\b|^\W{0,8}log opened\b/i;

/** Where a chat's log, or what MeetBot makes of it, begins a meeting. */
export function startsIn(source: string): readonly SeenMeeting[] {
  if (!/#startmeeting|meeting started/i.test(source)) return [];
  const found: SeenMeeting[] = [];
  let today: string | null = null;
  for (const [index, text] of source.split(/\r\n|\n|\r/).entries()) {
    const isStart = START.test(text);
    const isStarted = STARTED.test(text);
    if (!isStart && !isStarted && !DAY_CHANGED.test(text)) continue;
    const [day] = findDays(isStart ? text.slice(0, 40) : text.slice(0, 200));
    if (day !== undefined && day.year !== null) today = isoDay(day.year, day.month, day.day);
    if (isStart || isStarted) found.push({ line: index + 1, date: today });
  }
  return new Set(found.map(({ date }) => date)).size > 1 ? found : [];
}
