import { type Extension, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  keymap,
  WidgetType,
} from "@codemirror/view";
import type { Highlight } from "../model/highlights.ts";

/** Shows these findings in the editor. Their offsets are those of the text that was read. */
export const showHighlights = StateEffect.define<readonly Highlight[]>();

/** Marks the findings whose steps are looked at on the other side. */
export const showActive = StateEffect.define<readonly string[]>();

interface Shown {
  readonly marks: DecorationSet;
  /** Warnings, written behind their lines. */
  readonly warnings: DecorationSet;
  readonly active: readonly string[];
}

interface MarkSpec {
  readonly highlight: Highlight;
}

const field = StateField.define<Shown>({
  create: () => ({ marks: Decoration.none, warnings: Decoration.none, active: [] }),
  update(shown, transaction) {
    let { marks, warnings, active } = shown;
    if (transaction.docChanged) {
      marks = marks.map(transaction.changes);
      warnings = warnings.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(showActive)) active = effect.value;
      if (effect.is(showHighlights)) {
        marks = marksOf(effect.value, transaction.newDoc.length);
        warnings = warningsOf(effect.value, transaction.newDoc.length);
      }
    }
    const isSame = marks === shown.marks && warnings === shown.warnings && active === shown.active;
    return isSame ? shown : { marks, warnings, active };
  },
  provide: (self) => [
    EditorView.decorations.from(self, ({ marks }) => marks),
    EditorView.decorations.from(self, ({ warnings }) => warnings),
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

class WarningWidget extends WidgetType {
  readonly #message: string;

  constructor(message: string) {
    super();
    this.#message = message;
  }

  override eq(other: WarningWidget): boolean {
    return other.#message === this.#message;
  }

  toDOM(): HTMLElement {
    const note = document.createElement("span");
    note.className = "line-warning";
    note.textContent = this.#message;
    return note;
  }
}

function warningsOf(highlights: readonly Highlight[], length: number): DecorationSet {
  const notes = highlights
    .filter(({ kind, to }) => kind === "warning" && to <= length)
    .map(({ label, to }) => Decoration.widget({ widget: new WarningWidget(label), side: 1 }).range(to));
  return RangeSet.of(notes, true);
}

function activeMarks(marks: DecorationSet, active: readonly string[]): DecorationSet {
  const ranges = rangesOf(marks, active);
  return RangeSet.of(
    ranges.map(({ from, to }) => Decoration.mark({ class: "found-active" }).range(from, to)),
    true,
  );
}

function rangesOf(marks: DecorationSet, active: readonly string[]): { from: number; to: number }[] {
  const found = [];
  if (active.length > 0) {
    for (const cursor = marks.iter(); cursor.value !== null; cursor.next()) {
      const { steps } = (cursor.value.spec as MarkSpec).highlight;
      if (steps.some((key) => active.includes(key))) found.push({ from: cursor.from, to: cursor.to });
    }
  }
  return found;
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

/** Puts the first finding that has one of these steps into view. */
export function revealSteps(view: EditorView, steps: readonly string[]): void {
  const [first] = rangesOf(view.state.field(field).marks, steps);
  const effects = [showActive.of(steps)];
  view.dispatch({
    effects: first
      ? [...effects, EditorView.scrollIntoView(first.from, { y: "nearest", yMargin: 60 })]
      : effects,
  });
}

/** Moves the cursor to the next finding of a kind, around the end; nothing where there is none. */
export function goToNext(view: EditorView, kind: Highlight["kind"]): void {
  const starts: number[] = [];
  for (const cursor = view.state.field(field).marks.iter(); cursor.value !== null; cursor.next()) {
    if ((cursor.value.spec as MarkSpec).highlight.kind === kind) starts.push(cursor.from);
  }
  const here = view.state.selection.main.head;
  const next = starts.find((start) => start > here) ?? starts[0];
  if (next !== undefined) goTo(view, next);
}

/** Moves the cursor to the begin of a line. */
export function goToLine(view: EditorView, line: number): void {
  goTo(view, view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines)).from);
}

function goTo(view: EditorView, position: number): void {
  view.dispatch({
    selection: { anchor: position },
    effects: EditorView.scrollIntoView(position, { y: "center" }),
  });
  view.focus();
}

export interface HighlightingEvents {
  /** Gets what the cursor or the pointer is at; null where it is nothing. */
  readonly onLook: (highlight: Highlight | null, by: "cursor" | "pointer") => void;
  /** The user wants to go to the other half of what the cursor is at. */
  readonly onGo: () => boolean;
}

/** Underlines findings, tells what they are under the pointer, and says which one is looked at. */
export function highlighting({ onLook, onGo }: HighlightingEvents): Extension {
  let last: Highlight | null = null;
  const look = (view: EditorView, position: number, by: "cursor" | "pointer"): void => {
    const found = findAt(view, position);
    const highlight = found.find(({ steps }) => steps.length > 0) ?? found[0] ?? null;
    if (highlight === last) return;
    last = highlight;
    onLook(highlight, by);
  };
  return [
    field,
    tooltip,
    Prec.high(keymap.of([{ key: "Mod-Enter", run: onGo }])),
    EditorView.updateListener.of((update) => {
      if (update.selectionSet || update.docChanged)
        look(update.view, update.state.selection.main.head, "cursor");
    }),
    EditorView.domEventHandlers({
      mouseover({ target, clientX, clientY }, view) {
        const isFound = target instanceof Element && target.closest(".found") !== null;
        const position = isFound ? view.posAtCoords({ x: clientX, y: clientY }) : null;
        if (position !== null) look(view, position, "pointer");
      },
    }),
  ];
}
