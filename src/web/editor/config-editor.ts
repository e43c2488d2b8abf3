import { yaml } from "@codemirror/lang-yaml";
import { lintGutter } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { configCompletion } from "./config-support.ts";
import { createEditor, type EditorOptions } from "./create-editor.ts";

export { showProblems } from "./config-support.ts";

/** The editor of the configuration: loaded when it is wanted, since the minutes come first. */
export function createConfigEditor(options: Omit<EditorOptions, "label" | "extensions">): EditorView {
  const extensions = [yaml(), lintGutter(), configCompletion()];
  return createEditor({ ...options, label: "Configuration", extensions });
}
