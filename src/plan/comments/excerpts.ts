import type { Excerpt, Reference } from "../../minutes/meeting.ts";

/**
 * The excerpts of several mentions, each line once: those that overlap become one, rows of a table that follow each
 * other too. In the order of the file.
 */
export function mergeExcerpts(references: readonly Pick<Reference, "excerpt">[]): readonly Excerpt[] {
  const sorted = references
    .flatMap(({ excerpt }) => withEnding(excerpt))
    .toSorted((one, other) => one.line - other.line || other.endLine - one.endLine);
  const merged: Excerpt[] = [];
  for (const excerpt of sorted) {
    const last = merged.at(-1);
    const continues = last !== undefined && (excerpt.line <= last.endLine || isNextRow(last, excerpt));
    if (last === undefined || !continues) merged.push(excerpt);
    else if (excerpt.endLine > last.endLine) merged[merged.length - 1] = join(last, excerpt);
  }
  return merged;
}

/** A long passage as its beginning and its end. */
function withEnding(excerpt: Excerpt): readonly Excerpt[] {
  const { ending, ...beginning } = excerpt;
  if (ending === undefined) return [excerpt];
  return [
    { ...beginning, isCut: false },
    { ...beginning, ...ending, speaker: null, tableHead: null, isCut: true },
  ];
}

/** Whether both are rows of one table, one right below the other. */
function isNextRow(one: Excerpt, other: Excerpt): boolean {
  return (
    one.tableHead !== null && one.tableHead.line === other.tableHead?.line && other.line === one.endLine + 1
  );
}

/** The first excerpt with the lines of the second that it has not. */
function join(first: Excerpt, second: Excerpt): Excerpt {
  const known = first.endLine - second.line + 1;
  const rest = second.markdown.split(/\r\n|\r|\n/).slice(known);
  const head = first.markdown.replace(/(?:\r\n|\r|\n)$/, "");
  return { ...first, isCut: second.isCut, endLine: second.endLine, markdown: `${head}\n${rest.join("\n")}` };
}

/** Excerpts that follow each other under the same path. */
export type ExcerptGroup = readonly [Excerpt, ...Excerpt[]];

/** Groups excerpts that are under the same path, so that it is named once. */
export function groupExcerpts(excerpts: readonly Excerpt[]): readonly ExcerptGroup[] {
  const groups: [Excerpt, ...Excerpt[]][] = [];
  for (const excerpt of excerpts) {
    const last = groups.at(-1);
    if (last !== undefined && String(last[0].path) === String(excerpt.path)) last.push(excerpt);
    else groups.push([excerpt]);
  }
  return groups;
}
