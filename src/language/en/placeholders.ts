import type { PlaceholderWords } from "../language.ts";

export const placeholders: PlaceholderWords = {
  nothing:
    "none|nil|n\\/?a|nothing|nobody|no|nope|same|tb[dac]|unknown|unclear|undecided|unassigned|" +
    "to be (?:decided|determined|discussed)|empty|x+",
  nothingYet: "yet|so far|this (?:week|time|month|meeting)|today|new|noted|recorded|at this time",
  fields: "action|task|todo|item|text|description|topic|decision|person|name|owner|assignee",
  over: "closed|done|merged|landed|fixed|resolved|see above|see below|as above",
  open: "to[ -]?do|a to-?do|in progress|ongoing|pending|open|wip",
  pointers: "see (?:above|below)",
};
