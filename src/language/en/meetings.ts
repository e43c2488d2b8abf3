import type { MeetingWords } from "../language.ts";

export const meetings: MeetingWords = {
  kinds:
    "meeting|minutes|call|sync|stand-?up|telco|teleconference|notes|retro|huddle|hangout|get-together|" +
    "office hours?|working session|board session",
  papers:
    "meeting meetings minutes minute notes note agenda agendas log logs protocol transcript report call record " +
    "records mtg and of the for from draft final raw temp new untitled document doc index readme",
  parts: `
    attendees attendance attending attendee participants participant present absent apologies regrets roll rollcall
    recording recordings recorded video videos audio slides zoom youtube link links resources references adjourned
    adjourn adjournment adjourns closed closes ended ends ending closing close concluded opened opens opening order
    next previous last prior past upcoming future this today tomorrow schedule scheduled scheduling time times date
    dates day when where place venue location follow ups followup followups action actions item items todo todos
    tasks task steps decisions decision resolutions agenda topics topic quorum scribe chair secretary facilitator
    invitees invited guests who here members contents table chat welcome housekeeping logistics misc other
    business old aob matters following working blocked regular extracted`,
  sections: `
    status update updates news announcements announcement introduction introductions intro discussion discussions
    summary overview background review reviews goals purpose questions question answers round issues issue pulls
    requests planning details information info general code conduct highlights recap conclusion conclusions reports
    presentations presentation demos demo proposals proposal`,
  folders: `
    archive archives archived old past doc docs documentation src content contents site website wiki pages page
    posts post md markdown public static assets data files file logs activities community github main master text
    texts output html source sources en`,
};
