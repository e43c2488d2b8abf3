import type { SubjectWords } from "../language.ts";

export const subjects: SubjectWords = {
  leads:
    "also|and|so|then|but|now|well|ok|okay|maybe|perhaps|still|only|just|" +
    "would like(?: to(?: see| have)?)?|would be (?:nice|good|great) to (?:have|see)?|wants?(?: to)?|" +
    "needs?(?: to)?|we (?:should|need to|could|can|will|want to|have to|discussed|talked about)|" +
    "i (?:think|would like)|there (?:is|are|was)|there's|should we|can we|discussion (?:of|on|about)|" +
    "discussed|discuss|talked about|spoke (?:with|to) \\p{L}+ about|spoke about|about|regarding|re:|" +
    "updates? on|questions? (?:about|on)|topic:|agenda:",
  actions: "todo|to do|action(?: item)?|ai|next steps?",
};
