import type { MarkerWords } from "../language.ts";

export const markers: MarkerWords = {
  actions: "to[ _-]?do'?s?|action(?:[ _-]?(?:items?|points?))?s?|next[ -]steps?|ai|ap",
  actionHints: "to[ _-]?do|action|next[ -]step|\\bai(?:\\b|\\d)|\\bap\\b",
};
