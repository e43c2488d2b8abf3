import { yaml } from "@codemirror/lang-yaml";
import type { EditorView } from "@codemirror/view";
import { createEditor } from "./create-editor.ts";

/** JSON to be read: an editor draws only what is in view, and JSON is YAML too. */
export function createJsonEditor(parent: HTMLElement): EditorView {
  return createEditor({
    parent,
    text: "",
    label: "What was read, as JSON",
    extensions: [yaml()],
    onChange: null,
  });
}
