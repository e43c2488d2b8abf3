import type { ConditionWords } from "../language.ts";

export const conditions: ConditionWords = {
  anywhere:
    "once|if|unless|until|till|when(?:ever)?|as (?:soon|long) as|so long as|by the time|the moment|before|after|" +
    "provid(?:ed|ing)|assuming|presuming|pending|in case|subject to|condition(?:al(?:ly)?|ed|s)?|contingent|" +
    "depend(?:s|ing|ent)|except(?:ing)?|only|on condition|in the event|whether|tentative(?:ly)?|provisional(?:ly)?",
  leads: "but |and |only |conditions?\\W+(?=\\w)|this (?:is|was) ",
  openings:
    "once|if|unless|as (?:soon|long) as|provided|assuming|pending|subject to|conditional|contingent|depending|except|" +
    "only (?:if|when|once|after|for)|on (?:the )?condition|with the (?:condition|proviso)|in case|until",
  sentences: "if|once|until|in case|depending|except",
};
