import type { ContentWords } from "../language.ts";

export const content: ContentWords = {
  functionWords: `
    a an the and or but if to of in on at for with from by as is are be been being was were will would
    should could can may do does did done has have had not no also still again then than so just very
    more most some any all each into out up off over about after before until while there here i me my
    we us our you your he him his her it its they them their this that these those who which what when
    where why how re via`,
  lightWords:
    "around ask doing get going let lets like make need needs now once one only please through too under use way yet",
  addressParts: "com github http https issues pull www",
  taskWords: `
    look looks looking check checks checking see try tries ask asks tell tells say says talk talks speak
    discuss discusses think consider follow followup ping pings nudge nudges update updates review
    reviews reviewing fix fixes reply respond comment need needs want wants make makes take takes taking
    get gets getting give gives put go goes going come work works working handle help start continue
    finish send sends share report reach know let lets keep bring pick call calls people everyone
    everybody someone somebody anyone anybody nobody folks team group guys thing things stuff something
    anything item items issue issues pr prs ticket link links email emails mail list note notes action
    actions todo ai please week weeks month months year day days today tomorrow tonight yesterday monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december soon later next last asap first fresh quick quickly back ahead
    another both down during either having might must nor other per shall she whom whose yes`,
  vagueTasks: "follow check look see work ask report update review ping nudge tackle handle",
  groupWords: `
    agenda minutes discussion discussions topic topics business round table tables roundtable misc miscellaneous
    various summary recap wrapup standup stand status announcement announcements general overview introduction
    introductions welcome meeting meetings session sessions open closed floor admin administrative
    housekeeping backlog triage weekly biweekly monthly daily carried forward pending outstanding remaining old
    regular standing main aob council committee working`,
  contractions: "'(?:ve|re|ll|s|d|m)|n't",
  pointers: "it this that these those them there they he she him her both above",
  pointingPhrases:
    "(?:the|this|that) (?:issue|pr|pull request|ticket|bug|discussion)|(?:new|old|other|these|those) ones",
};
