/** How these notes say that something is done, taken from the file itself. */
export interface DoneSpelling {
  /** What is put behind an action without a check box. */
  readonly mark: string;
  /** What is in a ticked check box. */
  readonly tick: "x" | "X";
}

const MARKS: readonly RegExp[] = [
  /\s(?:--|–|—|-)\s*(?:DONE|Done|done)\b/g,
  /\s\((?:now\s+)?(?:DONE|Done|done)\)/g,
  /\s✅/gu,
];

/** The spelling used most in a file; ` -- DONE` where it uses none. */
export function findDoneSpelling(source: string): DoneSpelling {
  const counts = new Map<string, number>();
  for (const [mark] of MARKS.flatMap((pattern) => [...source.matchAll(pattern)])) {
    const spelled = ` ${mark.trim()}`;
    counts.set(spelled, (counts.get(spelled) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((one, other) => other[1] - one[1]);
  const ticks = (source.match(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[X\]/gm) ?? []).length;
  const small = (source.match(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[x\]/gm) ?? []).length;
  return { mark: most?.[0] ?? " -- DONE", tick: ticks > small ? "X" : "x" };
}
