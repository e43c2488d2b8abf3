import type { CalendarWords } from "../language.ts";

export const calendar = {
  months: [
    "jan january",
    "feb february",
    "mar march",
    "apr april",
    "may",
    "jun june",
    "jul july",
    "aug august",
    "sep sept september",
    "oct october",
    "nov november",
    "dec december",
  ],
  weekdays: [
    "sun sunday",
    "mon monday",
    "tue tues tuesday",
    "wed wednesday",
    "thu thur thurs thursday",
    "fri friday",
    "sat saturday",
  ],
  behindMay:
    "(?:\\p{L}+ly )?(?:also|be|become|break|cause|close|fix|get|go|have|help|land|make|mean|need|not|require|slip|" +
    "still|take|turn|wait|want|well|work)\\b",
} as const satisfies CalendarWords;
