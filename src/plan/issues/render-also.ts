const ALSO_TITLE = "**Carried over in**";

/** Under which heading other minutes are listed. */
export function renderAlso(notes: readonly string[]): string {
  return notes.length === 0 ? "" : `${ALSO_TITLE}\n\n${notes.map((note) => `- ${note}`).join("\n")}`;
}
