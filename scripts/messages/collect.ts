import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findSink } from "./sinks.ts";
import { childrenOf, type Node, parseSource, plain, textOf } from "./syntax.ts";

/** A text that the program may show to people where something is wrong, left alone or decided. */
export interface Message {
  /** As it is written, with `…` for what is filled in. */
  readonly text: string;
  /** The source file, with `/`. */
  readonly file: string;
}

/**
 * The page in the browser shows what the others say, and the doctor has its remedies
 * beside its findings (see `doctor.ts`).
 */
const OTHERS = ["src/web/**", "src/cli/doctor/checks/**"];

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
  const found: string[] = [];
  visit(parseSource(file, source), [], found);
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

/** Three words, or two of a sentence; no SQL, no GraphQL, no HTML. */
function isSentence(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (/^\s*(?:(?:select|insert|update|delete|create|mutation) [a-z$(]|<\w)/.test(text)) return false;
  return words.length >= 3 || (words.length === 2 && /\p{Lu}|…/u.test(text));
}
