import { autocompletion } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { markdown } from "@codemirror/lang-markdown";
import { render } from "preact";
import { configCompletion, showProblems } from "./editor/config-support.ts";
import { createEditor, replaceText } from "./editor/create-editor.ts";
import { highlighting, showActive, showHighlights } from "./editor/highlighting.ts";
import { element, onDrop } from "./elements.ts";
import { examples } from "./examples.ts";
import type { Draft, Understanding } from "./model/understand.ts";
import { Reader } from "./reader.ts";
import { readFragment, writeFragment } from "./share.ts";
import { App } from "./view/app.tsx";

const [firstExample] = Object.values(examples);
const EMPTY: Draft = { path: "", minutes: "", config: "", repository: "" };

let draft: Draft = (await readFragment(location.hash)) ?? firstExample ?? EMPTY;
let understanding: Understanding | null = null;
let error: string | null = null;
let active: readonly string[] = [];
let tab = "comment";

const right = element("right", HTMLElement);
const repository = element("repository", HTMLInputElement);
const path = element("path", HTMLInputElement);
const example = element("example", HTMLSelectElement);
const status = element("status", HTMLElement);

const reader = new Reader(
  (next) => {
    understanding = next;
    error = null;
    minutesEditor.dispatch({ effects: showHighlights.of(next.highlights) });
    showProblems(configEditor, next.problems);
    element("problems", HTMLElement).textContent =
      next.problems.length === 0 ? "" : `${next.problems.length} to mend`;
    show();
  },
  (message) => {
    error = message;
    show();
  },
);

const minutesEditor = createEditor({
  parent: element("minutes", HTMLElement),
  text: draft.minutes,
  label: "Minutes",
  extensions: [markdown(), highlighting(lookFromEditor)],
  onChange: (minutes) => change({ minutes }),
});

const configEditor = createEditor({
  parent: element("config", HTMLElement),
  text: draft.config,
  label: "Configuration",
  extensions: [yaml(), autocompletion(), configCompletion()],
  onChange: (config) => change({ config }),
});

function change(part: Partial<Draft>): void {
  draft = { ...draft, ...part };
  reader.read(draft);
}

/** Puts a whole draft on the page. */
function open(next: Draft): void {
  draft = next;
  repository.value = next.repository;
  path.value = next.path;
  replaceText(minutesEditor, next.minutes);
  replaceText(configEditor, next.config);
  reader.read(draft);
}

function lookFromEditor(steps: readonly string[]): void {
  active = steps;
  const step = understanding?.plan.steps.find(({ key }) => key === steps[0]);
  const isBody = step?.kind === "comment" || step?.kind === "issue" || step?.kind === "milestone";
  if (isBody && tab !== "plan" && tab !== "json") tab = step.kind;
  show();
}

function lookFromCards(steps: readonly string[]): void {
  minutesEditor.dispatch({ effects: showActive.of(steps) });
}

function show(): void {
  const onTab = (next: string): void => {
    tab = next;
    show();
  };
  const props = { understanding, error, active, tab, onTab, onLook: lookFromCards };
  render(<App {...props} />, right);
}

async function openFile(file: File): Promise<void> {
  open({ ...draft, path: file.name, minutes: await file.text() });
}

async function share(): Promise<void> {
  const link = `${location.origin}${location.pathname}${await writeFragment(draft)}`;
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    status.textContent = "The link is copied; the minutes are in it.";
  } catch {
    // No permission to the clipboard: the address bar has the link.
    status.textContent = "The link is in the address bar; the minutes are in it.";
  }
}

for (const name of Object.keys(examples)) example.add(new Option(name, name));
example.addEventListener("change", () => {
  const chosen = examples[example.value];
  if (chosen !== undefined) open(chosen);
});
repository.addEventListener("input", () => change({ repository: repository.value }));
path.addEventListener("input", () => change({ path: path.value }));
const tell = (reason: unknown): void => {
  status.textContent = reason instanceof Error ? reason.message : String(reason);
};
element("file", HTMLInputElement).addEventListener("change", ({ target }) => {
  const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
  if (file !== undefined) openFile(file).catch(tell);
});
onDrop(document.body, (file) => openFile(file).catch(tell));
element("share", HTMLButtonElement).addEventListener("click", () => share().catch(tell));

repository.value = draft.repository;
path.value = draft.path;
show();
reader.read(draft);
