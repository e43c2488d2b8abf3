/** What stands in place of words that are taken back: nothing of the minutes. */
export const NEUTRAL_TITLE = "Taken back";
export const NEUTRAL_TEXT = "*What stood here was taken back.*";
