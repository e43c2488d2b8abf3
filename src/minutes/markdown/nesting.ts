import { lineAt, tellNobody } from "./excess.ts";

/** What opens a container at the head of a line, or indents what is in one. */
const LEAD = /^(?:[ \t>]|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,999}\]:){30,}/gm;
const UNIT = /[ \t>]|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,999}\]:/y;
/** In columns, about. Deeper than this nobody nests; a parser's work grows with the cube of it. */
const DEEPEST = 120;

/**
 * Takes off what lines open or indent beyond what people do: a parser needs time and stack for each level.
 *
 * @param tell - Receives the first line that loses more than spaces.
 */
export function flattenNesting(text: string, tell = tellNobody): string {
  let first: number | null = null;
  const flat = text.replace(LEAD, (lead, index: number) => {
    UNIT.lastIndex = 0;
    for (let weight = 0; UNIT.lastIndex < lead.length; ) {
      const at = UNIT.lastIndex;
      const [unit = ""] = UNIT.exec(lead) ?? [];
      weight += unit === "\t" ? 4 : unit === " " ? 1 : 2;
      if (unit === "" || weight > DEEPEST) {
        if (/\S/.test(lead.slice(at))) first ??= index;
        return lead.slice(0, at);
      }
    }
    return lead;
  });
  if (first !== null) tell({ kind: "levels", line: lineAt(text, first) });
  return flat;
}
