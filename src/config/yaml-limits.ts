import { CST, Lexer } from "yaml";
import { configProblem } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import type { ConfigProblem } from "./config.ts";
import { makeProblem } from "./problem.ts";

/** A configuration larger than this is treated as a mistake. In bytes. */
export const MAX_BYTES = 64 * 1024;

/** The YAML library takes quadratic time for some of what these count, so they are counted before it parses. */
const LIMITS = {
  key: { most: 2000, called: "keys" },
  /** Everything but spaces, line ends and remarks. */
  part: { most: 8000, called: "keys, values and punctuation marks" },
  /** Anchors, aliases, tags, directives and documents: no configuration needs many. */
  extra: { most: 50, called: "anchors, aliases and tags" },
  line: { most: 5000, called: "lines" },
  depth: { most: 20, called: "levels of nesting" },
} as const;

const INVALID_ESCAPE = configProblem("invalid-yaml", { reason: "invalid escape sequence" });

/** What may follow `\` in a text in double quotes. */
const ESCAPE = /(?:[0abt\tnvfre "/\\N_LP\r\n]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y;

/**
 * The first place where a text is too much to be parsed as YAML in reasonable time: too long, or with too many keys,
 * aliases or levels. Takes time linear in the text's length.
 */
export function findExcess(text: string, path: string): ConfigProblem | undefined {
  const end = endOfBytes(text, MAX_BYTES);
  if (end < text.length) {
    const line = text.slice(0, end).split("\n").length;
    return makeProblem(configProblem("configuration-too-large", { path, maximum: MAX_BYTES / 1024 }), {
      line,
      column: 1,
    });
  }
  const counts = { key: 0, part: 0, extra: 0, line: 0 };
  const nesting = new Nesting();
  for (const { offset, type, source } of tokensOf(text)) {
    const excess = count(counts, type) ?? nesting.see(type, source);
    const wrong = type === "double-quoted-scalar" ? findWrongEscape(source) : -1;
    const problem = excess ?? (wrong >= 0 ? INVALID_ESCAPE : undefined);
    if (problem !== undefined) return makeProblem(problem, placeOf(text, offset + Math.max(wrong, 0)));
  }
  return undefined;
}

/** The offset of a `\` that begins no escape; -1: there is none. */
function findWrongEscape(source: string): number {
  for (let at = source.indexOf("\\"); at >= 0; at = source.indexOf("\\", ESCAPE.lastIndex)) {
    ESCAPE.lastIndex = at + 1;
    if (!ESCAPE.test(source)) return at;
  }
  return -1;
}

interface Token {
  readonly offset: number;
  readonly type: string | null;
  readonly source: string;
}

/** What the lexer finds, without the marks that it puts between. */
function* tokensOf(text: string): Generator<Token> {
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const isMark: boolean = !isScalar && [CST.SCALAR, CST.DOCUMENT, CST.FLOW_END].includes(source);
    if (!isMark) {
      yield { offset, type: isScalar ? "scalar" : CST.tokenType(source), source };
      offset += source.length;
    }
    isScalar = isMark && source === CST.SCALAR;
  }
}

/** How much of a text fits into so many bytes of UTF-8. */
function endOfBytes(text: string, most: number): number {
  if (text.length * 3 <= most) return text.length;
  return new TextEncoder().encodeInto(text, new Uint8Array(most)).read;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const PASSED_OVER = new Set(["space", "newline", "comment", "byte-order-mark"]);
const EXTRAS = new Set(["anchor", "alias", "tag", "directive-line", "directive", "doc-start", "doc-end"]);

type Counted = Exclude<keyof typeof LIMITS, "depth">;

const COUNTED = ["key", "extra", "part"] as const;

function count(counts: Record<Counted, number>, type: string | null): Message | undefined {
  if (type === "newline") counts.line += 1;
  if (counts.line >= LIMITS.line.most) return tooMany("line");
  if (type === null || PASSED_OVER.has(type)) return undefined;
  counts.part += 1;
  if (type === "map-value-ind") counts.key += 1;
  if (EXTRAS.has(type)) counts.extra += 1;
  const over = COUNTED.find((kind) => counts[kind] > LIMITS[kind].most);
  return over === undefined ? undefined : tooMany(over);
}

function tooMany(kind: keyof typeof LIMITS): Message {
  return configProblem("too-many-parts", { parts: LIMITS[kind].called, maximum: LIMITS[kind].most });
}

/** How deep a place can be at most: by brackets, by indentation, and by `- - -` or `? ? ?` in one line. */
class Nesting {
  #brackets = 0;
  #indents: number[] = [];
  #inLine = 0;
  #isLineStart = true;

  see(type: string | null, source: string): Message | undefined {
    // What a block scalar holds ends with its line.
    if (type === "newline" || (type === "scalar" && source.endsWith("\n"))) {
      this.#isLineStart = true;
      return undefined;
    }
    if (type === "comment") return undefined;
    if (this.#isLineStart) {
      this.#isLineStart = false;
      this.#inLine = 0;
      this.#indent(type === "space" ? source.length : 0);
    }
    if (type === "flow-seq-start" || type === "flow-map-start") this.#brackets += 1;
    else if (type === "flow-seq-end" || type === "flow-map-end")
      this.#brackets = Math.max(0, this.#brackets - 1);
    else if (type === "seq-item-ind" || type === "explicit-key-ind") this.#inLine += 1;
    const depth = this.#brackets + this.#inLine + this.#indents.length;
    return depth > LIMITS.depth.most ? tooMany("depth") : undefined;
  }

  #indent(width: number): void {
    // Within brackets, indentation means nothing.
    if (this.#brackets > 0) return;
    while ((this.#indents.at(-1) ?? -1) >= width) this.#indents.pop();
    this.#indents.push(width);
  }
}
