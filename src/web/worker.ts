import { errorText } from "../messages/coded-error.ts";
import type { Answer, Question } from "./messages.ts";
import type { Draft } from "./model/draft.ts";
import { findHighlights } from "./model/highlights.ts";
import { bodyOf, toOutcome } from "./model/outcome.ts";
import { renderMarkdown } from "./model/render-markdown.ts";
import { planDraft, type Reading, readDraft } from "./model/understand.ts";
import type { Plan } from "../plan/plan.ts";

// Reading, planning and rendering stay off the main thread, so that typing never waits for them.

/** More bodies than a page shows are not kept. */
const MAX_KEPT = 500;

let newest: { readonly version: number; readonly draft: Draft } | null = null;
let isBusy = false;
let reading: Reading | null = null;
let plan: Plan | null = null;
/** HTML by Markdown: most bodies stay the same from one keystroke to the next. */
const rendered = new Map<string, string>();

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  if (data.kind === "read") {
    newest = data;
    if (!isBusy) void work();
  } else if (data.kind === "body") {
    answer({ kind: "body", key: data.key, html: render(data.key) });
  } else {
    answer({ kind: "json", text: JSON.stringify(reading?.meeting ?? null, null, 2) });
  }
});

/** Reads and plans what is newest, until nothing is. */
async function work(): Promise<void> {
  isBusy = true;
  while (newest !== null) {
    const { version, draft } = newest;
    newest = null;
    try {
      await understand(version, draft);
    } catch (error) {
      answer({ kind: "failed", message: errorText(error) });
    }
    await receiveMessages();
  }
  isBusy = false;
}

/** A draft that is overtaken between reading and planning is not planned any more. */
async function understand(version: number, draft: Draft): Promise<void> {
  const read = readDraft(draft);
  const { meeting, highlights, problems } = read;
  const attendees = meeting.attendees.map(({ name }) => name);
  const summary = { title: meeting.title, date: meeting.date, attendees };
  answer({ kind: "read", version, highlights, problems, summary });
  await receiveMessages();
  if (newest !== null) return;
  plan = planDraft(draft, read, Date.now());
  reading = read;
  const known = findHighlights(draft.minutes, meeting, plan);
  answer({ kind: "planned", version, highlights: known, outcome: toOutcome(plan, meeting) });
}

/** Lets messages in that came meanwhile. */
function receiveMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function render(key: string): string {
  const step = plan?.steps.find((one) => one.key === key);
  if (step === undefined) return "";
  const body = bodyOf(step);
  const known = rendered.get(body);
  if (known !== undefined) return known;
  const html = renderMarkdown(body);
  if (rendered.size >= MAX_KEPT) rendered.clear();
  rendered.set(body, html);
  return html;
}

function answer(message: Answer): void {
  self.postMessage(message);
}
