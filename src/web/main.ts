import { markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { keymap } from "@codemirror/view";
import { errorText } from "../messages/coded-error.ts";
import { createEditor, replaceText } from "./editor/create-editor.ts";
import { goToNext, highlighting, showHighlights } from "./editor/highlighting.ts";
import { element, onDrop } from "./elements.ts";
import { examples } from "./examples.ts";
import { findFollowed, follow } from "./follow.ts";
import type { Draft } from "./model/draft.ts";
import type { Highlight } from "./model/highlights.ts";
import { Configuration } from "./configuration.ts";
import { PreviewPane } from "./preview-pane.ts";
import { Reader } from "./reader.ts";
import { readFragment, writeFragment } from "./share.ts";

const EMPTY: Draft = { path: "", minutes: "", config: "", repository: "" };
const followed = findFollowed();
const [firstExample = EMPTY] = Object.values(examples);

const repository = element("repository", HTMLInputElement);
const path = element("path", HTMLInputElement);
const choice = element("example", HTMLSelectElement);
const status = element("status", HTMLElement);

const shared = await readFragment(location.hash);
let draft: Draft = shared ?? (followed === null ? firstExample : EMPTY);

const reader = new Reader({
  onRead: ({ highlights, problems, summary }) => {
    showFound(highlights);
    configuration.showProblems(problems);
    previewPane.showSummary(summary);
  },
  onPlanned: ({ highlights, outcome }) => {
    showFound(highlights);
    previewPane.showOutcome(outcome);
  },
  onFailed: (message) => previewPane.showError(message),
});

const minutesEditor = createEditor({
  parent: element("minutes", HTMLElement),
  text: draft.minutes,
  label: "Minutes",
  extensions: [
    // The language alone: what it would take to color HTML, CSS and scripts in minutes is half of an editor.
    markdownLanguage,
    keymap.of(markdownKeymap),
    highlighting({
      onLook: (highlight, by) => previewPane.lookFromEditor(highlight, by),
      onGo: () => previewPane.goToOtherHalf(),
    }),
  ],
  onChange: (minutes) => change({ minutes }),
});
performance.mark("editor");
const previewPane = new PreviewPane(element("right", HTMLElement), minutesEditor, reader);
const configuration = new Configuration(draft.config, (config) => change({ config }));

function change(part: Partial<Draft>): void {
  draft = { ...draft, ...part };
  reader.read(draft);
}

/** Puts a whole draft on the page. An editor knows one end of line only. */
function open(next: Draft): void {
  draft = {
    ...next,
    minutes: next.minutes.replace(/\r\n?/g, "\n"),
    config: next.config.replace(/\r\n?/g, "\n"),
  };
  repository.value = draft.repository;
  path.value = draft.path;
  replaceText(minutesEditor, draft.minutes);
  configuration.open(draft.config);
  reader.read(draft);
}

function showFound(highlights: readonly Highlight[]): void {
  minutesEditor.dispatch({ effects: showHighlights.of(highlights) });
  for (const button of document.querySelectorAll<HTMLButtonElement>("#legend button")) {
    const count = highlights.filter(({ kind }) => kind === button.dataset.kind).length;
    button.disabled = count === 0;
    const shown = button.querySelector("b");
    if (shown !== null) shown.textContent = String(count);
  }
}

async function openFile(file: File): Promise<void> {
  open({ ...draft, path: file.name, minutes: await file.text() });
  tell(`${file.name} is open. It wasn't sent anywhere.`);
}

/** Longer links are cut off by some programs. In characters. */
const LONG_LINK = 8000;

async function share(): Promise<void> {
  const link = `${location.origin}${location.pathname}${await writeFragment(draft)}`;
  history.replaceState(null, "", link);
  const warning = link.length > LONG_LINK ? " Some programs may cut off a link this long." : "";
  try {
    await navigator.clipboard.writeText(link);
    tell(`Link copied. It contains the minutes.${warning}`);
  } catch {
    // No permission to the clipboard: the address bar has the link.
    tell(`The link is in the address bar. It contains the minutes.${warning}`);
  }
}

function tell(message: unknown): void {
  status.textContent = errorText(message);
}

function offer(names: readonly string[]): void {
  const chosen = choice.value;
  choice.replaceChildren(...names.map((name) => new Option(name, name)));
  if (names.includes(chosen)) choice.value = chosen;
}

function offerExamples(): void {
  offer(Object.keys(examples));
  choice.addEventListener("change", () => open(examples[choice.value] ?? EMPTY));
}

/** The minutes are on disk: every save comes in, whatever was typed here. */
function followDisk(address: string): void {
  element("tagline", HTMLElement).textContent = "Updates when you save. Nothing is posted.";
  element("choice-label", HTMLElement).textContent = "File";
  const choose = follow(address, {
    onFiles: (paths) => {
      offer(paths);
      element("choice", HTMLElement).hidden = paths.length < 2;
    },
    onDraft: (saved) => {
      choice.value = saved.path;
      open(saved);
      tell(`Saved at ${new Date().toLocaleTimeString()}`);
    },
    onProblem: tell,
    onConnection: (isThere) => {
      if (!isThere) tell("The preview ended. Start it again to see what you save.");
    },
  });
  choice.addEventListener("change", () => choose(choice.value));
}

for (const button of document.querySelectorAll<HTMLButtonElement>("#legend button")) {
  button.addEventListener("click", () => goToNext(minutesEditor, button.dataset.kind as Highlight["kind"]));
}
repository.addEventListener("input", () => change({ repository: repository.value.trim() }));
path.addEventListener("input", () => change({ path: path.value.trim() }));
element("file", HTMLInputElement).addEventListener("change", ({ target }) => {
  const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
  if (file !== undefined) openFile(file).catch(tell);
});
onDrop(document.body, (file) => openFile(file).catch(tell));
element("share", HTMLButtonElement).addEventListener("click", () => share().catch(tell));
addEventListener("hashchange", async () => {
  const next = await readFragment(location.hash);
  if (next !== null) open(next);
});

if (followed === null) offerExamples();
else followDisk(followed);
if (shared === null && location.hash.startsWith("#draft=")) {
  tell("This link is incomplete, so it contains no minutes.");
}
if (followed === null || shared !== null) open(draft);
