import type { Annotation, CheckRun } from "../world/entities.ts";
import { blobUrl, checkRunUrl, commitUrl } from "../world/links.ts";
import type { World } from "../world/world.ts";
import { repositoryAt } from "./code.ts";
import { type Html, html, type Part } from "./html.ts";
import { box, type PageAnswer, type PageCall, time } from "./layout.ts";
import { markdown } from "./markdown.ts";

/** The status of a run, or its conclusion. */
export function badge(run: CheckRun): Html {
  const word = run.conclusion ?? run.status;
  return html`<span class="state ${word}">${word.replaceAll("_", " ")}</span>`;
}

function row(world: World, run: CheckRun): Html {
  return html`<div class="row">${badge(run)}<div class="grow"><a class="title" href="${checkRunUrl(world, run)}">${run.name}</a>
    <span class="muted">${run.title}</span></div><a class="mono muted" href="${commitUrl(world, run.repository, run.headSha)}">${run.headSha.slice(0, 7)}</a></div>`;
}

/** `/owner/name/runs`: all check runs, newest first. GitHub has no such page; one is wanted here. */
export function checkRunsPage(call: PageCall): PageAnswer {
  const repository = repositoryAt(call);
  if (repository === null) return null;
  const rows = repository.checkRuns.toReversed().map((run) => row(call.world, run));
  const body = rows.length === 0 ? html`<p class="muted">No check runs.</p>` : box("", rows);
  return { title: "Checks", body, repository, tab: "Checks" };
}

function annotationRow(world: World, run: CheckRun, annotation: Annotation): Html {
  const lines = annotation.start_line === annotation.end_line ? "" : `-L${annotation.end_line}`;
  const url = `${blobUrl(world, run.repository, run.headSha, annotation.path)}?plain=1#L${annotation.start_line}${lines}`;
  return html`<div class="row"><span class="pill">${annotation.annotation_level}</span><div class="grow"><b>${annotation.title}</b>
    <div>${annotation.message}</div></div><a class="mono" href="${url}">${annotation.path}:${annotation.start_line}</a></div>`;
}

function buttons(world: World, run: CheckRun): Part {
  if (run.actions.length === 0) return "";
  return html`<p>${run.actions.map(
    (
      action,
    ) => html`<form method="post" action="${checkRunUrl(world, run)}/actions/${encodeURIComponent(action.identifier)}">
      <button title="${action.description}">${action.label}</button> <span class="muted small">${action.description}</span></form>`,
  )}</p>`;
}

/** The check run that the address names. */
export function checkRunAt(call: PageCall): CheckRun | undefined {
  return repositoryAt(call)?.checkRuns.find((run) => run.id === Number(call.at.number));
}

/** `/owner/name/runs/1`. Its buttons work: whoever looks presses them as the repository's owner. */
export function checkRunPage(call: PageCall): PageAnswer {
  const { world } = call;
  const run = checkRunAt(call);
  if (run === undefined) return null;
  const { repository } = run;
  const part = (text: string | null) =>
    text === null
      ? ""
      : box("", html`<div class="pad">${markdown({ world, repository, kind: "comment" }, text)}</div>`);
  const notes = run.annotations.map((annotation) => annotationRow(world, run, annotation));
  const when = run.completedAt === null ? "" : html` · completed ${time(run.completedAt)}`;
  const body = html`<h1>${run.name}</h1><p>${badge(run)} <a class="mono" href="${commitUrl(world, repository, run.headSha)}">${run.headSha.slice(0, 7)}</a><span class="muted">${when}</span></p>
    ${buttons(world, run)}<h2>${run.title}</h2>${part(run.summary)}${part(run.text)}${notes.length === 0 ? "" : box("Annotations", notes)}`;
  return { title: run.name, body, repository, tab: "Checks" };
}
