import type { Message } from "../../messages/message.ts";
import { warning } from "../../messages/reasons/warnings.ts";
import type { SeenMeeting } from "../meeting.ts";

/** More are counted. */
const MOST = 20;

/** Why nothing is posted from a file with several meetings, with where each begins. */
export function describeMeetings(meetings: readonly SeenMeeting[]): Message {
  const named = meetings
    .slice(0, MOST)
    .map(({ line, date }) => `line ${line}${date === null ? "" : ` (${date})`}`)
    .join(", ");
  const more = meetings.length > MOST ? ` and ${meetings.length - MOST} more` : "";
  return warning("many-meetings", { count: meetings.length, meetings: `${named}${more}` });
}
