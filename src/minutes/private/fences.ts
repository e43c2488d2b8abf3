import type { LineRange } from "../meeting.ts";
import { firstAt } from "../sorted.ts";
import { commentSigns, labelSigns } from "./signs/comments.ts";
import { colonSigns, directiveSigns } from "./signs/directives.ts";
import { headingSigns } from "./signs/headings.ts";
import type { Sign, SignSource } from "./signs/sign.ts";
import { tagSigns } from "./signs/tags.ts";
import { templateSigns } from "./signs/templates.ts";

/** Parts between two signs. */
export interface Fenced {
  readonly parts: readonly LineRange[];
  /** The lines of signs that nothing ends: private to the end of the file. */
  readonly open: readonly number[];
  /** The lines of signs that end what nothing began. */
  readonly strays: readonly number[];
}

/** Each kind of signs that are no comments. A new kind is a file, and a line here. */
const KINDS = [tagSigns, colonSigns, directiveSigns, templateSigns, headingSigns];

/**
 * What is between comments, tags, colons of pandoc and MyST, tags of a template, and headings of other languages.
 */
export function findFenced(looked: Omit<SignSource, "lineAt">): Fenced {
  const from = { ...looked, lineAt: lineFinder(looked.source) };
  const lastLine = looked.lines.length;
  const comments = [...commentSigns(from), ...labelSigns(from)].toSorted((a, b) => a.line - b.line);
  const all = [
    pairUp(comments, lastLine, true),
    ...KINDS.map((signsOf) => pairUp(signsOf(from), lastLine, false)),
  ];
  return {
    parts: all.flatMap(({ parts }) => parts),
    open: all.flatMap(({ open }) => open),
    strays: all.flatMap(({ strays }) => strays),
  };
}

function pairUp(signs: readonly Sign[], lastLine: number, isComment: boolean): Fenced {
  const parts: LineRange[] = [];
  const strays: number[] = [];
  let open: Sign | null = null;
  for (const sign of signs) {
    if (sign.does === "opens") {
      open ??= sign;
    } else if (open === null) strays.push(sign.line);
    else {
      parts.push({ line: open.line, endLine: sign.endLine });
      open = null;
    }
  }
  if (open === null) return { parts, open: [], strays };
  const isOfItsLine = open.isBehindText;
  parts.push({ line: open.line, endLine: isOfItsLine ? open.endLine : lastLine });
  return { parts, open: isComment && !isOfItsLine ? [open.line] : [], strays };
}

/** Finds the line of an offset. */
function lineFinder(source: string): (offset: number) => number {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= [0, ...[...source.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
    return firstAt(starts, offset + 1, (start) => start);
  };
}
