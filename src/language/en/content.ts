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
  anyNouns: `
    change changes discussion discussions draft drafts doc docs document documents thread threads proposal proposals
    comment comments conversation conversations feedback agenda meeting meetings question questions answer answers
    idea ideas topic topics detail details info information text texts page pages plan plans point points part parts
    response responses result results request requests statement summary overview version versions task tasks
    step steps bit bits one ones way ways lot case cases matter matters subject problem problems bug bugs pull
    volunteer volunteers person somebody attendees member members contributor contributors maintainer maintainers
    chair owner owners input time times date dates minute minutes hour hours half morning afternoon evening
    progress status state effort efforts process option options decision decisions call calls vote votes voting
    round move ask branch file files section list lists line lines sentence paragraph word words wording language
    blocker blockers post posts message messages approval consensus agreement review reviews merge commit commits
    label label's labels tag tags column table row spreadsheet form poll issuetracker tracker github gh zulip slack
    gist example examples material materials content stuff attention interest need needs reason reasons concern
    concerns objections objection tickets prs thing things approach approaches side
    location locations pointer pointers kind people stand intros link links mockups thoughts info
    convo comm place parties`,
  anyAdjectives: `
    new old other same different further own whole full final first second third initial small big large minor
    major good better best right open outstanding remaining current existing related relevant necessary possible
    available ready able specific concrete real actual simple easy hard quick brief short long next last previous
    separate additional several many few little much more most enough whether maybe perhaps probably possibly
    actually really basically ideally hopefully eventually accordingly together later soon today tomorrow here
    anyway multiple taken far asking urgency towards toward exact permanent coordinated collectively official main generic updated revised proposed required added tried done following offline internally separately asynchronously async directly via per`,
  contacts:
    "ping|re-?ping|poke|nudge|bug|remind|ask|contact|e-?mail|message|tell|inform|chase|call|get in touch with|" +
    "reach out(?: again)? to|(?:talk|speak|chat|meet|check(?: in)?|check back|sync(?: up)?|coordinate|liaise|" +
    "follow[ -]?up|get back|connect|discuss|confirm|work|catch up)(?: again)? (?:with|to)|write to|reply to|respond to|invite",
  contactLeads:
    "about|re|regarding|concerning|on|for|to|whether|if|that|what|when|where|which|who|how|why|and|so|in order|" +
    "of|from|as|because",
};
