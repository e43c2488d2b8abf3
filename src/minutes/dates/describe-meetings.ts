import type { SeenMeeting } from "../meeting.ts";

/** More are counted. */
const MOST = 20;

/** Why nothing is posted from a file with several meetings, with where each begins. */
export function describeMeetings(meetings: readonly SeenMeeting[]): string {
  const named = meetings
    .slice(0, MOST)
    .map(({ line, date }) => `line ${line}${date === null ? "" : ` (${date})`}`)
    .join(", ");
  const more = meetings.length > MOST ? ` and ${meetings.length - MOST} more` : "";
  const message = `The file holds ${meetings.length} meetings: ${named}${more}. Nothing is posted from it, and what was posted for it stays as it is. Put each meeting into a file of its own.`;
  return message;
}
