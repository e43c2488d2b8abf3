import type { AttendanceWords } from "../language.ts";

export const attendance: AttendanceWords = {
  present:
    "participant list|attendee list|list of attendees|attend(?:ees|ance|ing|ed|ants?)|participants?|participating|" +
    "present|in attendance|who(?:'s| is| was)? (?:here|there|present|attending|attended|joined)|roll ?call|" +
    "people(?: present| in attendance| attending)?|members(?: present| in attendance| attending)?|on the call|" +
    "in the (?:room|call|meeting)|sign[- ]?in",
  absent:
    "sent regrets|regrets?|absent(?:ees?)?|apologies(?: from| for)?|excused|" +
    "not (?:present|attending|in attendance|here)|unable to attend|missing|away|could(?:n't| not) (?:attend|make it)|" +
    "declined|leave of absence|on leave",
  groups:
    "guests?|observers?|visitors?|others?|invited(?: guests| experts)?|voting members?|" +
    "non-voting(?: members)?|core(?: team)?|team members?|members?|maintainers?|leads?|contributors?|" +
    "community(?: members)?|remote|online|in[- ]person|staff|team|chairs?|co-?chairs?|facilitators?|" +
    "regular members?|hosts?|speakers?|presenters?|scribes?|note ?takers?|minutes?(?: taker)?|" +
    "note taking|moderators?|organizers?|representatives?|alternates?|on phone|dialed in",
};
