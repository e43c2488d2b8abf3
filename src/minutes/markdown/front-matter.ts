import type { FrontMatter, FrontMatterEntry } from "../page.ts";
import { trimEnd } from "../../language/text/trim.ts";

const KEY = /^["']?([A-Za-z][\w .-]*)["']?$/;
const LONGEST_KEY = 41;
const ELEMENT = /^\s*-\s+(.*)$/s;

const unquote = (text: string): string => {
  const trimmed = text.trim();
  const quote = trimmed[0];
  const quoted = trimmed.length > 1 && (quote === '"' || quote === "'") && trimmed.endsWith(quote);
  return quoted ? trimmed.slice(1, -1) : trimmed;
};

const scalars = (text: string): string[] => {
  const trimmed = text.trim();
  if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
    return trimmed.slice(1, -1).split(",").map(unquote).filter(Boolean);
  }
  return trimmed === "" || /^[|>][+-]?$/.test(trimmed) ? [] : [unquote(trimmed)];
};

/** `date: 2021-03-02`, `Date = 2021-03-02`. null: another line. */
function readKey(line: string): { readonly name: string; readonly value: string } | null {
  const sign = line.search(/[:=]/);
  const name = KEY.exec(trimEnd(line.slice(0, Math.max(0, sign)), /[ \t]/))?.[1];
  const value = line.slice(sign + 1);
  const isKey = name !== undefined && name.length <= LONGEST_KEY && /^(?:[ \t]|$)/.test(value);
  return isKey ? { name: name.trim().toLowerCase(), value: value.trim() } : null;
}

/**
 * The top-level keys of front matter. Only scalars and flat lists are understood: nothing else says anything about a
 * meeting, and a block of another shape (`json-ld: |`) is passed over.
 *
 * @param text The text between the fences.
 * @param firstLine The line of the file that `text` begins on.
 */
export function readFrontMatter(text: string, firstLine: number): FrontMatter {
  const entries: (FrontMatterEntry & { values: string[] })[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const key = readKey(line);
    const last = entries.at(-1);
    if (key !== null) {
      entries.push({
        key: key.name,
        line: firstLine + index,
        values: scalars(key.value),
      });
    } else if (last !== undefined) {
      const element = ELEMENT.exec(line);
      if (element?.[1] !== undefined && !/[{}[\]]/.test(element[1])) last.values.push(unquote(element[1]));
    }
  }
  return { entries };
}
