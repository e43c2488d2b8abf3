import type { ComparisonWords } from "../language.ts";

export const comparison: ComparisonWords = {
  negations:
    "not|never|without|cannot|can't|don't|doesn't|won't|shouldn't|isn't|aren't|reject(?:ed)?|declined?|" +
    "withdrawn?|disapproved|disable[ds]?|refused?",
  synonyms: [
    "write draft create make prepare compose author do",
    "open file raise add submit start new",
    "send mail email forward share",
    "look check see review investigate examine",
    "update fix revise change edit amend improve",
    "ask seek ping contact reach nudge talk speak",
    "find search locate",
    "set setup configure",
    "schedule organize organise arrange plan",
    "start begin initiate",
    "approve approved accept accepted agree agreed adopt adopted",
    "will to should shall must can could",
    "today tomorrow",
  ],
  contraries: [
    "add remove",
    "add delete",
    "add drop",
    "create delete",
    "open close",
    "start stop",
    "start end",
    "begin end",
    "accept reject",
    "approve reject",
    "accept decline",
    "allow forbid",
    "allow block",
    "include exclude",
    "raise lower",
    "increase decrease",
    "upgrade downgrade",
    "show hide",
    "push pull",
    "buy sell",
    "import export",
    "merge revert",
    "attach detach",
    "grant revoke",
    "join leave",
  ],
  contraryPrefixes: "un dis de",
  smallWords: `
    a an the and or but of in on at for with from by as is are be been being was were has have had will
    would should could can may might must shall to we they he she it i you our their his her its this
    that these those them him her one all any some also then so up out over about into there here who
    which what please just still again more team group everyone people`,
  verdicts: "deferred postponed tabled",
  directions: "to into onto over before after from behind above below instead under",
  articles: "a an the of our its their",
  notNames: "todo|action|ai|pr|eod|ok|done|i|we|the|this",
};
