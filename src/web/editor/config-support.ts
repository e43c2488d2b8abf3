import { autocompletion, type Completion, type CompletionContext } from "@codemirror/autocomplete";
import { setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { ConfigProblem } from "../../config/config.ts";
import schema from "../../../docs/config.schema.json";

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Offers the keys of the configuration's schema, with what they mean. */
export function configCompletion(): Extension {
  return autocompletion({ override: [completeKey] });
}

function completeKey(context: CompletionContext): { from: number; options: Completion[] } | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const typed = /^(\s*)([\w-]*)$/.exec(before);
  if (typed === null || (typed[2] === "" && !context.explicit)) return null;
  const parent = typed[1] === "" ? (schema as SchemaNode) : parentOf(context, line.number, typed[1] ?? "");
  const options = Object.entries(parent?.properties ?? {}).map(([label, { description }]) => ({
    label,
    apply: `${label}: `,
    type: "property",
    ...(description === undefined ? {} : { info: description }),
  }));
  return { from: context.pos - (typed[2] ?? "").length, options };
}

/** The schema of the key that the line is indented under. */
function parentOf({ state }: CompletionContext, lineNumber: number, indent: string): SchemaNode | undefined {
  for (let number = lineNumber - 1; number >= 1; number -= 1) {
    const match = /^(\s*)([\w-]+):/.exec(state.doc.line(number).text);
    if (match !== null && (match[1] ?? "").length < indent.length) {
      return (schema as SchemaNode).properties?.[match[2] ?? ""];
    }
  }
  return undefined;
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
