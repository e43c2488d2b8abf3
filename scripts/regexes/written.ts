import { childrenOf, type Node, nameOf, parseSource } from "./syntax.ts";

/** A regular expression, and where it is written or built. */
export interface Found {
  readonly source: string;
  readonly flags: string;
  /** `src/minutes/bare.ts:7:20`, counted from 1. */
  readonly at: string;
}

/** What the text of a source file says of its regular expressions. */
export interface Written {
  readonly literals: readonly Found[];
  /** Where `RegExp` is called: what comes of it is known only when it runs. */
  readonly calls: readonly string[];
  /** Ways to make a regular expression that nobody could follow, with what to do instead. */
  readonly hidden: readonly string[];
}

/** Reads all regular expressions of one file from its syntax tree. */
export function findWritten(file: string, source: string): Written {
  const found: Found[] = [];
  const calls: string[] = [];
  const hidden: string[] = [];
  const starts = lineStarts(source);
  const placeOf = (node: Node): string => {
    const offset = Number(node.start);
    const line = starts.findLastIndex((start) => start <= offset);
    return `${file}:${line + 1}:${offset - (starts[line] ?? 0) + 1}`;
  };
  const visit = (node: Node, parent: Node | null): void => {
    const literal = node.regex as { readonly pattern: string; readonly flags: string } | undefined;
    if (node.type === "Literal" && literal != null) {
      found.push({ source: literal.pattern, flags: literal.flags, at: placeOf(node) });
    } else if (isCallOf(node, "RegExp")) calls.push(placeOf(node));
    else if (node.type === "Identifier" && node.name === "RegExp" && !isPlainUse(node, parent)) {
      hidden.push(`${placeOf(node)} RegExp is passed on: call it where the pattern is written`);
    } else if (compilesText(node)) {
      hidden.push(`${placeOf(node)} a text is made a regular expression: write it as one`);
    }
    for (const child of childrenOf(node)) visit(child, node);
  };
  visit(parseSource(file, source), null);
  return { literals: found, calls, hidden };
}

function isCallOf(node: Node, name: string): boolean {
  return /^(?:New|Call)Expression$/.test(node.type) && nameOf(node.callee) === name;
}

/** A call, a type, the right side of `instanceof`. */
function isPlainUse(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (isCallOf(parent, "RegExp") && parent.callee === node) return true;
  return parent.type.startsWith("TS") || (parent.operator === "instanceof" && parent.right === node);
}

/** `text.match("a+")` compiles its argument, unlike `replace` and `split`. */
function compilesText(node: Node): boolean {
  if (node.type !== "CallExpression" || !/\.(?:match|matchAll|search)$/.test(`.${nameOf(node.callee)}`))
    return false;
  const [first] = node.arguments as readonly Node[];
  return (
    first !== undefined &&
    /^(?:TemplateLiteral|BinaryExpression)$|^Literal$/.test(first.type) &&
    first.regex == null
  );
}

function lineStarts(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
