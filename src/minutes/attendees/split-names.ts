import type { Block } from "../page.ts";

/** `Ada, ACME; Grace, Paris`: each with one comma, behind which no other begins. */
const areEachWithComma = (text: string): boolean => {
  const people = text.trimEnd().replace(/;$/, "").split(";");
  return people.length > 1 && people.every((person) => /^[^,]+,[^,]+$/.test(person));
};

/** A part of a text. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

const OPEN = "([{<";
const CLOSE = ")]}>";
const AND = /^(?:and|&|und|et|y|\+) /i;

/**
 * Splits a run of names at commas, semicolons, bullets and "and", outside of brackets. Where semicolons are between
 * people, a comma comes before a place or company: `Ada, ACME; Grace, Paris`. Logins without commas between
 * them (`@ada @grace`) are split too.
 */
export function splitNames(text: string, start: number): Part[] {
  const parts: Part[] = [];
  const commas = areEachWithComma(text.slice(start)) ? "" : ",、，";
  let depth = 0;
  let from = start;
  const cut = (end: number, next: number) => {
    if (text.slice(from, end).trim() !== "") parts.push({ start: from, end });
    from = next;
  };
  for (let at = start; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (OPEN.includes(char)) depth += 1;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (";•·|".includes(char) || commas.includes(char)) cut(at, at + 1);
    else if (char === " ") {
      const and = AND.exec(text.slice(at + 1, at + 6));
      if (and !== null) cut(at, at + 1 + and[0].length);
    }
  }
  cut(text.length, text.length);
  return parts.flatMap((part) => splitLogins(text, part));
}

/**
 * `[Ada](mailto:…) [Grace](mailto:…)`, as word processors export the people invited. null: it holds other words
 * than such links.
 */
export function splitAddresses({ text, spans }: Block, start: number): Part[] | null {
  const links = spans.filter((span) => span.start >= start && span.url?.startsWith("mailto:") === true);
  let between = "";
  let from = start;
  for (const link of links) {
    between += text.slice(from, link.start);
    from = link.end;
  }
  between += text.slice(from);
  return links.length > 1 && /^[\s,;*_]*$/.test(between) ? links : null;
}

/**
 * `@ada @grace`, `Ada @ada Grace @grace`, `@ada Ada @grace Grace`: what begins with a login has each before its name.
 */
function splitLogins(text: string, part: Part): Part[] {
  const inner = text.slice(part.start, part.end);
  if (inner.indexOf("@") === inner.lastIndexOf("@")) return [part];
  const parts: Part[] = [];
  let from = 0;
  const isFirst = /^\W*@/.test(inner) && /^\W*@[\w-]+\)?[\s:–-]+[^\s@]/.test(inner);
  for (const match of inner.matchAll(isFirst ? /\s(?=\(?@)/g : /@[\w-]+\)?\s+/g)) {
    const end = match.index + match[0].length;
    parts.push({ start: part.start + from, end: part.start + end });
    from = end;
  }
  if (from < inner.length) parts.push({ start: part.start + from, end: part.end });
  return parts;
}
