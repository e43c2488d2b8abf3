import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { ConfigProblem } from "../../config/config.ts";
import schema from "../../../docs/config.schema.json";
import { own } from "../../minutes/own.ts";

interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** Offers the keys of the configuration's schema, with what they mean, and the values of those that have few. */
export function configCompletion(): Extension {
  return autocompletion({ override: [complete], icons: false });
}

function complete(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const value = /^([\s-]*)(\w[\w-]*):\s+([\w-]*)$/.exec(before);
  if (value !== null) {
    const [, indent = "", key = "", typed = ""] = value;
    const node = own(parentOf(context, line.number, indent.length)?.properties ?? {}, key);
    return result(context.pos - typed.length, valuesOf(node));
  }
  const name = /^([\s-]*)((?:\w[\w-]*)?)$/.exec(before);
  if (name === null || (name[2] === "" && !context.explicit)) return null;
  const [, indent = "", typed = ""] = name;
  const options = Object.entries(parentOf(context, line.number, indent.length)?.properties ?? {}).map(
    ([label, { description }]) => ({
      label,
      apply: `${label}: `,
      type: "property",
      ...(description === undefined ? {} : { info: description }),
    }),
  );
  return result(context.pos - typed.length, options);
}

function result(from: number, options: readonly Completion[]): CompletionResult | null {
  return options.length === 0 ? null : { from, options, validFor: /^[\w-]*$/ };
}

function valuesOf(node: SchemaNode | undefined): Completion[] {
  const values = node?.type === "boolean" ? ["true", "false"] : (node?.enum ?? []);
  return values.map((label) => ({ label, type: "constant" }));
}

/** The schema of the key that the line is indented under; at the margin that of the whole file. */
function parentOf(context: CompletionContext, lineNumber: number, indent: number): SchemaNode | undefined {
  const path: string[] = [];
  let inner = indent;
  for (let number = lineNumber - 1; number >= 1 && inner > 0; number -= 1) {
    const match = /^([\s-]*)(\w[\w-]*):/.exec(context.state.doc.line(number).text);
    const outer = match?.[1]?.length ?? inner;
    if (outer >= inner) continue;
    path.unshift(match?.[2] ?? "");
    inner = outer;
  }
  return path.reduce<SchemaNode | undefined>((node, key) => {
    const next = own(node?.properties ?? {}, key);
    return next?.items ?? next;
  }, schema as SchemaNode);
}

/** Shows what is wrong with the configuration at its place. */
export function showProblems(view: EditorView, problems: readonly ConfigProblem[]): void {
  const { doc } = view.state;
  const diagnostics = problems.map(({ line, column, message }) => {
    const place = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const from = Math.min(place.from + Math.max(column - 1, 0), place.to);
    return { from, to: place.to, severity: "error" as const, message };
  });
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
