import type { EditorView } from "@codemirror/view";
import { goToLine, revealSteps, showActive } from "./editor/highlighting.ts";
import { element } from "./elements.ts";
import type { Summary } from "./messages.ts";
import type { Highlight } from "./model/highlights.ts";
import type { Outcome, StepView } from "./model/outcome.ts";
import type { Reader } from "./reader.ts";
import type { renderApp } from "./view/app.tsx";
import type { PageActs } from "./view/context.ts";

/** A pointer that only passes over something does not look at it. In milliseconds. */
const PASS_MS = 90;

/** The right side, and what ties it to the editor. Its code is loaded while the editor is there already. */
export class PreviewPane {
  readonly #place: HTMLElement;
  readonly #editor: EditorView;
  readonly #acts: PageActs;
  readonly #peek = element("peek", HTMLElement);
  readonly #go = element("go", HTMLButtonElement);
  #render: typeof renderApp | null = null;
  #summary: Summary | null = null;
  #outcome: Outcome | null = null;
  #error: string | null = null;
  #version = 0;
  #active: readonly string[] = [];
  #tab = "comment";
  #passing: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, editor: EditorView, reader: Reader) {
    this.#place = place;
    this.#editor = editor;
    this.#acts = {
      look: (steps) => this.#lookFromCards(steps),
      goToLine: (line) => goToLine(editor, line),
      goToEditor: () => editor.focus(),
      goToStep: (key) => this.#goToStep(key),
      readBody: (key, onHtml) => reader.readBody(key, onHtml),
      readJson: (onJson) => reader.readJson(onJson),
    };
    place.addEventListener("click", (event) => this.#followLine(event));
    this.#go.addEventListener("click", () => this.goToOtherHalf());
    import("./view/app.tsx").then(
      ({ renderApp: render }) => {
        this.#render = render;
        place.replaceChildren();
        this.#show();
      },
      (error: unknown) => {
        place.textContent = `This part of the page couldn't be loaded: ${error}. Reload the page.`;
      },
    );
  }

  showSummary(summary: Summary): void {
    this.#summary = summary;
  }

  showOutcome(outcome: Outcome): void {
    this.#outcome = outcome;
    this.#version += 1;
    this.#error = null;
    this.#show();
  }

  showError(message: string): void {
    this.#error = message;
    this.#show();
  }

  /** Shows what comes of what the cursor or the pointer is at. */
  lookFromEditor(highlight: Highlight | null, by: "cursor" | "pointer"): void {
    clearTimeout(this.#passing);
    const look = (): void => {
      this.#active = highlight?.steps ?? [];
      this.#peek.textContent = highlight === null ? "" : `${highlight.label}${whatComes(highlight)}`;
      this.#peek.className = highlight === null ? "" : `found-${highlight.kind}`;
      this.#go.hidden = this.#active.length === 0;
      const kind = this.#find(this.#active[0])?.kind;
      if (isBodyKind(kind) && this.#tab !== "plan" && this.#tab !== "json") this.#tab = kind;
      this.#editor.dispatch({ effects: showActive.of(this.#active) });
      this.#show();
    };
    if (by === "cursor") look();
    else this.#passing = setTimeout(look, PASS_MS);
  }

  /** Moves the focus to what comes of what is looked at. Returns whether there is something. */
  goToOtherHalf(): boolean {
    const [key] = this.#active;
    if (key === undefined || this.#find(key) === undefined) return false;
    this.#goToStep(key);
    return true;
  }

  /** A link to minutes that are not pushed yet leads to their line in the editor. */
  #followLine(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const line = /^#L(\d+)$/.exec(link?.getAttribute("href") ?? "")?.[1];
    if (line === undefined) return;
    event.preventDefault();
    goToLine(this.#editor, Number(line));
  }

  #goToStep(key: string): void {
    const kind = this.#find(key)?.kind;
    if (!isBodyKind(kind)) return;
    this.#tab = kind;
    this.#active = [key];
    this.#show();
    // Preact draws before the next frame.
    requestAnimationFrame(() => document.getElementById(`step-${key}`)?.focus());
  }

  #lookFromCards(steps: readonly string[]): void {
    clearTimeout(this.#passing);
    this.#passing = setTimeout(() => revealSteps(this.#editor, steps), PASS_MS);
  }

  #find(key: string | undefined): StepView | undefined {
    return this.#outcome?.steps.find((step) => step.key === key);
  }

  #show(): void {
    this.#render?.(this.#place, {
      acts: this.#acts,
      summary: this.#summary,
      outcome: this.#outcome,
      version: this.#version,
      error: this.#error,
      active: this.#active,
      tab: this.#tab,
      onTab: (tab) => {
        this.#tab = tab;
        this.#show();
      },
    });
  }
}

function isBodyKind(kind: StepView["kind"] | undefined): kind is "comment" | "issue" | "milestone" {
  return kind === "comment" || kind === "issue" || kind === "milestone";
}

function whatComes({ steps, kind }: Highlight): string {
  if (steps.length === 0) return kind === "private" || kind === "warning" ? "" : ": nothing is posted";
  return "";
}
