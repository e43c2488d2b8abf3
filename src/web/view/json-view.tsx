import type { EditorView } from "@codemirror/view";
import { useEffect, useRef } from "preact/hooks";
import { replaceText } from "../editor/create-editor.ts";
import { useActs } from "./context.ts";

/** What the command line prints with `inspect --format json`. */
export function JsonView({ version }: { readonly version: number }) {
  const { readJson } = useActs();
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  useEffect(() => {
    let isOver = false;
    const show = async (text: string): Promise<void> => {
      const { createJsonEditor } = await import("../editor/json-editor.ts");
      if (isOver || parent.current === null) return;
      editor.current ??= createJsonEditor(parent.current);
      replaceText(editor.current, text);
    };
    readJson((text) => void show(text));
    return () => {
      isOver = true;
    };
  }, [version, readJson]);
  useEffect(() => () => editor.current?.destroy(), []);
  return <div class="json editor" ref={parent} />;
}
