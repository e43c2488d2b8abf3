import type { TaskWords } from "../language.ts";

const ACTION = "(?:action|todo|ai)(?: item)?";

export const tasks: TaskWords = {
  modals:
    "to|will|shall|should|must|can|could|may|'ll|needs? to|has to|have to|had to|wants? to|would like to|" +
    "is going to|are going to|going to|is to|are to|" +
    `(?:takes?|took|taking) (?:on )?(?:the |an? )?${ACTION} to|(?:has|have|had) (?:an? |the )?${ACTION} to|` +
    "agree[sd]? to|volunteer(?:s|ed)? to|offer(?:s|ed)? to|plan(?:s|ned)? to|promise[sd]? to",
  anybody: "someone|somebody|anyone|we|i|everyone|everybody|they|you|team|the team|group|the group|all",
  bodies:
    "teams?|groups?|committees?|council|board|staff|chairs?|editors|owners|maintainers|reviewers|members|wg|sig|tsc",
  obligations: "should|must|shall|will|needs? to|has to|have to",
  reports: "(?:also )?(?:mentioned|mentions|noted|notes|said|says|suggested|suggests|pointed out)(?: that)?",
  leads:
    "please|also|then|so|still|let's|let us|and|but|maybe|you please|(?:could|can|would|will) you(?: please)?|" +
    "hopefully|ideally|probably|(?:we )?need (?:someone|somebody) to|" +
    "it(?: would|'d) be (?:good|nice|great|helpful|useful)(?: for us)? to|remember to|don't forget to|" +
    `(?:takes?|taking) (?:on )?(?:the |an? |(?:it|this|that) as an? )?${ACTION} (?:to|of)`,
  bareModals: "needs? to|have to|has to|going to|want to|will|should|must|to",
  days: "today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of (?:the )?(?:day|week)|eod|eow",
  dayLeads: "by until before on due for this next",
  deadlineLeads: "by|due(?: by| on)?:?|before|until|till|no later than|deadline:?|eta:?",
  abbreviations: "etc vs resp incl approx",
};
