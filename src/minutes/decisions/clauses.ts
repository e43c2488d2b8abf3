/** A part of a sentence. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

const CLAUSE = /[.!?;](?=\s)|\s-{1,2}(?=\s)|\s[–—](?=\s)|->|→|,(?=\s)|:(?=\s)|[)\]](?=\s)|[([](?=\p{L})/gu;
const LEAD = /^(?:[\s>*_"'([:,-]|\p{Extended_Pictographic}|\uFE0F|\u200D)*/u;
const MAX_CLAUSES = 80;

/** The clauses of a text: parts between full stops, dashes, commas, brackets. */
export function clausesOf(text: string, from: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const add = (end: number) => {
    const part = text.slice(start, end);
    const lead = LEAD.exec(part)?.[0].length ?? 0;
    if (part.trim() !== "") clauses.push({ text: part.slice(lead).trimEnd(), start: start + lead });
    start = end;
  };
  for (const match of text.slice(from).matchAll(CLAUSE)) {
    if (clauses.length >= MAX_CLAUSES) break;
    add(from + match.index + match[0].length);
  }
  add(text.length);
  return clauses;
}
