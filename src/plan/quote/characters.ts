/** Stands in text where it must not be understood as a mention, and is seen by nobody. */
export const ZERO_WIDTH_SPACE = "\u200B";

/** Breaks what would be read as a marker or token of ours, even in code. */
export function breakMarkers(text: string): string {
  return text.replace(/<!(?=--\s*minutebook)/gi, `<!${ZERO_WIDTH_SPACE}`);
}
