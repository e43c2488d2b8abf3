import { lets, need, next, plan, promise, request } from "./implied-by-group.ts";
import { commitment, future, infinitive, waiting } from "./implied-by-name.ts";
import { headOf, partsOf, type Rule, type Sentence } from "./sentences.ts";

/** A sentence that says that somebody is to do something, without a marker. */
export interface Implied {
  readonly start: number;
  readonly owners: readonly string[];
}

/** In this order; the first that fits tells whose it is. */
const RULES: readonly Rule[] = [
  future,
  infinitive,
  commitment,
  promise,
  request,
  need,
  lets,
  next,
  plan,
  waiting,
];
/** Those that hold in the middle of a sentence too, behind a comma or "that". */
const STRONG: ReadonlySet<Rule> = new Set([future, infinitive, commitment, promise, plan, lets]);

/**
 * The first sentence of a text that gives somebody something to do; null: none does.
 *
 * @param from Where the words begin, behind who speaks.
 */
export function findImplied(
  text: string,
  from: number,
  { speaker, people, hasDue }: Pick<Sentence, "speaker" | "people" | "hasDue">,
): Implied | null {
  for (const part of partsOf(text, from)) {
    if (/\?\s*$/.test(part.text) && !/\bplease|\byou\b/i.test(part.text)) continue;
    const sentence = { text: part.text, head: headOf(part.text, people), speaker, people, hasDue };
    for (const rule of RULES) {
      if (part.isClause && !STRONG.has(rule)) continue;
      const found = rule(sentence);
      if (found !== null) return { start: part.start, owners: found.owners };
    }
  }
  return null;
}
