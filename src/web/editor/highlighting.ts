import { type Extension, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, hoverTooltip } from "@codemirror/view";
import type { Highlight } from "../model/highlights.ts";

/** Shows these findings in the editor. Their offsets are those of the text that was read. */
export const showHighlights = StateEffect.define<readonly Highlight[]>();

/** Marks the findings whose steps are looked at on the other side. */
export const showActive = StateEffect.define<readonly string[]>();

interface Shown {
  readonly marks: DecorationSet;
  readonly active: readonly string[];
}

interface MarkSpec {
  readonly highlight: Highlight;
}

const field = StateField.define<Shown>({
  create: () => ({ marks: Decoration.none, active: [] }),
  update(shown, transaction) {
    let { marks, active } = shown;
    if (transaction.docChanged) marks = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showActive)) active = effect.value;
      if (effect.is(showHighlights)) marks = marksOf(effect.value, transaction.newDoc.length);
    }
    return marks === shown.marks && active === shown.active ? shown : { marks, active };
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ marks }) => marks),
    EditorView.decorations.from(self, ({ marks, active }) => activeMarks(marks, active)),
  ],
});

function marksOf(highlights: readonly Highlight[], length: number): DecorationSet {
  const marks = highlights
    .filter(({ from, to }) => from < to && to <= length)
    .map((highlight) =>
      Decoration.mark({ class: `found found-${highlight.kind}`, highlight }).range(
        highlight.from,
        highlight.to,
      ),
    );
  return RangeSet.of(marks, true);
}

function activeMarks(marks: DecorationSet, active: readonly string[]): DecorationSet {
  if (active.length === 0) return Decoration.none;
  const found = [];
  for (const cursor = marks.iter(); cursor.value !== null; cursor.next()) {
    const { steps } = (cursor.value.spec as MarkSpec).highlight;
    if (steps.some((key) => active.includes(key))) {
      found.push(Decoration.mark({ class: "found-active" }).range(cursor.from, cursor.to));
    }
  }
  return RangeSet.of(found, true);
}

/** The findings at a place, the shortest first: the reference in an action before the action. */
function findAt(view: EditorView, position: number): readonly Highlight[] {
  const found: { readonly length: number; readonly highlight: Highlight }[] = [];
  view.state.field(field).marks.between(position, position, (from, to, mark) => {
    found.push({ length: to - from, highlight: (mark.spec as MarkSpec).highlight });
  });
  return found.toSorted((one, other) => one.length - other.length).map(({ highlight }) => highlight);
}

const tooltip = hoverTooltip((view, position) => {
  const found = findAt(view, position);
  if (found.length === 0) return null;
  return {
    pos: position,
    create: () => {
      const dom = document.createElement("ul");
      dom.className = "found-tooltip";
      for (const { kind, label } of found) {
        const item = dom.appendChild(document.createElement("li"));
        item.className = `found-${kind}`;
        item.textContent = label;
      }
      return { dom };
    },
  };
});

/**
 * Underlines findings, tells what they are under the pointer, and says which steps the cursor or pointer is at.
 *
 * @param onLook - Gets the keys of the steps that come of what is looked at; none where it is nothing.
 */
export function highlighting(onLook: (steps: readonly string[]) => void): Extension {
  let last = "";
  const look = (steps: readonly string[]): void => {
    const joined = steps.join("\n");
    if (joined === last) return;
    last = joined;
    onLook(steps);
  };
  const stepsAt = (view: EditorView, position: number): readonly string[] =>
    findAt(view, position).find(({ steps }) => steps.length > 0)?.steps ?? [];
  return [
    field,
    tooltip,
    EditorView.updateListener.of((update) => {
      if (update.selectionSet) look(stepsAt(update.view, update.state.selection.main.head));
    }),
    EditorView.domEventHandlers({
      mousemove(event, view) {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null) look(stepsAt(view, position));
        return false;
      },
    }),
  ];
}
