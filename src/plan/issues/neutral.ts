/** Replaces what is taken back: nothing of the minutes. */
export const NEUTRAL_TITLE = "Content removed";
export const NEUTRAL_TEXT = "*This content was removed.*";
