import { parseSync } from "vite";
import { childrenOf, isNode, nameOf, type Node, parseSource, textOf } from "../regexes/syntax.ts";
import { withoutWordList } from "./word-list.ts";

/** Folders whose source files hold words of people's minutes. */
const DATA = /^(?:src\/(?:language|minutes)|test)\//;
const SKIPPED = /^(?:action\/dist|fixtures)\/|^(?:package-lock\.json|LICENSE)$|\.(?:png|ico|woff2?)$/;

/** Whether the words of a file count at all. */
export function isChecked(file: string): boolean {
  return !SKIPPED.test(file);
}

/** The text of a file in its lines, where what doesn't count is blank: CONTRIBUTING.md says what that is. */
export function countedText(file: string, source: string): string {
  if (file === "CONTRIBUTING.md") return withoutWordList(source);
  if (file.endsWith(".md")) return countedMarkdown(file, source);
  if (DATA.test(file) && /\.(?:ts|tsx|js)$/.test(file)) return countedCode(file, source);
  return source;
}

function countedMarkdown(file: string, source: string): string {
  const prose = source.replaceAll(/^( *)```(?:markdown|text)$.*?^\1```$/gms, blank);
  return file === "docs/habits.md" ? withoutCodeSpans(prose) : prose;
}

function withoutCodeSpans(text: string): string {
  return text.replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank);
}

/** Names, comments, names of tests and, in `src/`, strings that are sentences. */
function countedCode(file: string, source: string): string {
  const parts: { readonly start: number; readonly text: string }[] = [];
  const add = (node: Node, clean = (text: string) => text) => {
    const [start, end] = [Number(node.start), Number(node.end)];
    parts.push({ start, text: clean(source.slice(start, end)) });
  };
  for (const comment of commentsOf(file, source)) add(comment, withoutCodeSpans);
  const visit = (node: Node): void => {
    if (/Identifier$/.test(node.type)) add(node);
    const name = testName(node);
    if (name !== undefined) add(name);
    else if (file.startsWith("src/") && isSentence(node)) add(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parseSource(file, source));
  return place(parts, source);
}

function commentsOf(file: string, source: string): readonly Node[] {
  const { comments } = parseSync(file, source, { lang: file.endsWith("x") ? "tsx" : "ts" });
  return comments as unknown as readonly Node[];
}

/** The first argument of `test(…)`, `describe.each(…)(…)` and the like. */
function testName(node: Node): Node | undefined {
  if (node.type !== "CallExpression") return undefined;
  let { callee } = node;
  if (isNode(callee) && callee.type === "CallExpression") callee = callee.callee;
  if (!/^(?:test|describe|it)(?:\.|$)/.test(nameOf(callee))) return undefined;
  const [first] = node.arguments as readonly Node[];
  return first !== undefined && textOf(first) !== null ? first : undefined;
}

function isSentence(node: Node): boolean {
  return /^(?:\p{Lu}|…).*\s.*[.!?:]$/su.test(textOf(node) ?? "");
}

/** The parts where they are in the source, and blanks everywhere else. */
function place(parts: readonly { readonly start: number; readonly text: string }[], source: string): string {
  const inOrder = parts.toSorted((one, other) => one.start - other.start);
  let text = "";
  for (const part of inOrder) {
    if (part.start >= text.length) text += blank(source.slice(text.length, part.start)) + part.text;
  }
  return text + blank(source.slice(text.length));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}
