import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colors = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600", color: "var(--heading)" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--link)" },
  { tag: [tags.monospace, tags.comment, tags.meta, tags.processingInstruction], color: "var(--muted)" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--heading)" },
]);

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly extensions: readonly Extension[];
  /** null: it is to be read only. */
  readonly onChange: ((text: string) => void) | null;
}

/** An editor. Tab leaves it, so that the keyboard can get out again. */
export function createEditor({ parent, text, label, extensions, onChange }: EditorOptions): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        syntaxHighlighting(colors),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", tabindex: "0" }),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        onChange === null
          ? EditorState.readOnly.of(true)
          : EditorView.updateListener.of((update) => {
              if (update.docChanged) onChange(update.state.doc.toString());
            }),
        ...extensions,
      ],
    }),
  });
}

/**
 * Puts another text into an editor, as one change that can be undone; only what differs, so that the eye keeps its
 * place.
 */
export function replaceText(view: EditorView, text: string): void {
  const before = view.state.doc.toString();
  if (before === text) return;
  let start = 0;
  while (start < before.length && before[start] === text[start]) start += 1;
  let end = 0;
  const rest = Math.min(before.length, text.length) - start;
  while (end < rest && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
  });
}
