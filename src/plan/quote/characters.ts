/** An invisible character that keeps text from being understood as a mention. */
export const ZERO_WIDTH_SPACE = "\u200B";

/** Breaks what would be read as Minutebook's marker or token, even in code. */
export function breakMarkers(text: string): string {
  return text.replace(/<!(?=--\s*minutebook)/gi, `<!${ZERO_WIDTH_SPACE}`);
}
