/**
 * How notes say that an action is done:
 *
 * | habit | example |
 * | --- | --- |
 * | behind a dash or at the end | `Ada to tag the release -- DONE`, `… — completed.` |
 * | in brackets | `(done)`, `[later note: this is now done]`, `(done: #12)` |
 * | in front | `DONE: Ada to tag`, `✅ Ada to tag` |
 * | a sentence of its own | `Ada to file a bug. Done: https://…`, `This is now done` |
 * | a status | `Status: completed` |
 *
 * A check mark in the box and struck text are the block's, not the words'.
 */
const OVER = "(?:done|completed?|finished|fixed|closed|merged|shipped|landed|resolved)";
/** What makes "done" something else: `not done`, `partially done`, `to be done`, `when done`. */
const NOT_OVER =
  /\b(?:not|isn't|n't|never|un|partial(?:ly)?|partly|half|almost|nearly|mostly|mainly|to be|be|get|getting|gets|when|once|if|until|till|after|before|needs?|should|must|can|could|will|would|want|wants|almost)\b[^.;]{0,20}$/i;
const HINT = /done|complete|finish|fixed|closed|merged|shipped|landed|resolved|[✅✔☑]|check_?mark/i;

const RULES = [
  // In brackets, anywhere.
  new RegExp(`[([]([^()[\\]]{0,50}?\\b)${OVER}\\b[^()[\\]]{0,80}[)\\]]`, "gi"),
  // At the end, set off.
  new RegExp(
    `(?:^|--|\\s[-–—]|[:;,.!?)\\]"]|=>|->|→|\\.{3})\\s*((?:(?:now|already|all|this|that|it|is|was|has|have|been|and|since|got|both|pr|we|are|were|this's|it's|that's) ){0,4}?)[*_]*${OVER}[*_]*(?:\\s*[!.]+)?\\s*(?:\\([^()]{0,60}\\))?$`,
    "gi",
  ),
  // In front of a link or a note of its own.
  /(?:^|[.!?;)\]]\s+|\s--?\s+|\s[–—]\s+)()(?:Done|DONE|Completed|COMPLETED|Fixed)(?=\s*[:!.),\]]|\s+[-–—]|\s*$)/g,
  /()(?:\bDONE\b|[✅✔☑]|:(?:white|heavy)_check_mark:)/g,
  /\b(?:this|that|it)(?:'s| is| was| has been| have been)? ()(?:now |already |all |since )?(?:done|completed|finished)\b/gi,
  /\bstatus:? ()(?:is )?(?:done|completed?|closed|finished)\b/gi,
];

/** What behind "done" takes it back: `done, except for the docs` stays done, `partially done, still needs …` does not. */
const STILL = /\b(?:still needs?|still to|still has|not yet|remaining|remains to)\b/i;

/** Whether the words of an action say that it is done. */
export function saysDone(text: string): boolean {
  return findDone(text).length > 0;
}

/** Where the words of an action say that it is done: offsets of each such mark. */
export function findDone(text: string): { start: number; end: number }[] {
  if (!HINT.test(text)) return [];
  const found: { start: number; end: number }[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule)) {
      const lead = match[1] ?? "";
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      const isDenied = NOT_OVER.test(lead === "" ? before : lead) || STILL.test(text.slice(match.index));
      if (!isDenied) found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A mark that says "done" and no more; one with a link or a note behind it tells something. */
const BARE = /^[([]|^\s*(?:[-–—:;,.!?"]|=>|->|→)*\s*[*_]*(?:done|completed?|finished)\W*$/i;

/** Puts spaces in place of the marks that only say "done", so that offsets stay. */
export function blankDone(text: string): string {
  let result = "";
  let from = 0;
  for (const { start, end } of findDone(text)) {
    if (start < from || !BARE.test(text.slice(start, end))) continue;
    const behind = end + (/^ ?:(?=\s)/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    result += text.slice(from, start) + " ".repeat(behind - start);
    from = behind;
  }
  return result + text.slice(from);
}
