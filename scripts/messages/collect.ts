import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { findSink } from "./sinks.ts";

/** A text that the program may show to people where something is wrong, left alone or decided. */
export interface Message {
  /** As it is written, with `…` for what is filled in. */
  readonly text: string;
  /** The source file, with `/`. */
  readonly file: string;
}

/** A node of the syntax tree, as much of it as is needed here. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The sandbox speaks as GitHub does, and the page in the browser shows what the others say. */
const OTHERS = ["src/sandbox/**", "src/web/**"];

/** Every message in src/, in the order of the files; one that is written in several places is told for each. */
export function collectMessages(root: string): readonly Message[] {
  return globSync("src/**/*.ts", { cwd: root, exclude: OTHERS })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted()
    .flatMap((file) =>
      messagesIn(file, readFileSync(join(root, file), "utf8")).map((text) => ({ text, file })),
    );
}

/** The messages in the source of one file. */
export function messagesIn(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source, { lang: "ts" });
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  const found: string[] = [];
  visit(program as unknown as Node, [], found);
  return found;
}

function visit(node: Node, ancestors: readonly Node[], found: string[]): void {
  if (/^(?:Import|Export(?:All|Named).*Source|TSLiteral|TSType)/.test(node.type)) return;
  const text = textOf(node);
  if (text !== null) {
    if (isSentence(text) && findSink(node, ancestors)) found.push(plain(text));
    if (node.type !== "TemplateLiteral") return;
  }
  const path = [...ancestors, node];
  for (const child of childrenOf(node)) visit(child, path, found);
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof Reflect.get(Object(value), "type") === "string");
}

/** The text of a literal, a template, or several that are added up; null for any other node. */
function textOf(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    return quasis.map(({ value }) => value.cooked).join("…");
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
  return left === null || right === null ? null : left + right;
}

/** Three words, or two of a sentence; no SQL, no GraphQL. */
function isSentence(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (/^\s*(?:select|insert|update|delete|create|mutation) [a-z$(]/.test(text)) return false;
  return words.length >= 3 || (words.length === 2 && /\p{Lu}|…/u.test(text));
}

/** In one line, with one `…` for what is filled in. */
function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/…(?:\s?…)+/g, "…")
    .replace(/\.…$/, ".");
}
