import { parseSync } from "vite";

/** A node of the syntax tree, as much of it as is needed here. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The syntax tree of a source file of TypeScript. */
export function parseSource(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source, { lang: file.endsWith("x") ? "tsx" : "ts" });
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  return program as unknown as Node;
}

export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

export function isNode(value: unknown): value is Node {
  return typeof Reflect.get(Object(value), "type") === "string";
}

/** The text of a literal, a template, or several that are added up; null for any other node. */
export function textOf(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    return quasis.map(({ value }) => value.cooked).join("…");
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const [left, right] = [textOf(node.left as Node), textOf(node.right as Node)];
  return left === null || right === null ? null : left + right;
}

/** `a`, `a.b` or `this.a.b`; "" for what has no such name. */
export function nameOf(node: unknown): string {
  const { type, name, object, property } = Object(node);
  if (type === "Super") return "super";
  if (type === "Identifier" || type === "PrivateIdentifier") return String(name);
  if (type !== "MemberExpression") return "";
  const before = nameOf(object);
  return before === "" ? nameOf(property) : `${before}.${nameOf(property)}`;
}
