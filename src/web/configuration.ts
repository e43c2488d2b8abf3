import { counted } from "../messages/message.ts";
import type { EditorView } from "@codemirror/view";
import type { ConfigProblem } from "../config/config.ts";
import { replaceText } from "./editor/create-editor.ts";
import { element } from "./elements.ts";

/** The second editor: its code is loaded when it is opened for the first time. */
export class Configuration {
  #text: string;
  #editor: EditorView | null = null;
  #show: ((view: EditorView, problems: readonly ConfigProblem[]) => void) | null = null;
  #problems: readonly ConfigProblem[] = [];

  constructor(text: string, onChange: (text: string) => void) {
    this.#text = text;
    const details = element("configuration", HTMLDetailsElement);
    details.addEventListener("toggle", () => {
      if (!details.open || this.#editor !== null) return;
      this.#load(onChange).catch((error: unknown) => {
        element("problems", HTMLElement).textContent = `The editor couldn't be loaded: ${error}`;
      });
    });
  }

  /** Puts another text into the editor. */
  open(text: string): void {
    this.#text = text;
    if (this.#editor !== null) replaceText(this.#editor, text);
  }

  showProblems(problems: readonly ConfigProblem[]): void {
    this.#problems = problems;
    element("problems", HTMLElement).textContent =
      problems.length === 0 ? "" : counted(problems.length, "error");
    if (this.#editor !== null) this.#show?.(this.#editor, problems);
  }

  async #load(onChange: (text: string) => void): Promise<void> {
    const { createConfigEditor, showProblems } = await import("./editor/config-editor.ts");
    if (this.#editor !== null) return;
    this.#show = showProblems;
    this.#editor = createConfigEditor({
      parent: element("config", HTMLElement),
      text: this.#text,
      onChange: (text) => {
        this.#text = text;
        onChange(text);
      },
    });
    this.showProblems(this.#problems);
  }
}
