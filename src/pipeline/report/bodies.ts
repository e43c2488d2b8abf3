import { codeBlock, EMPTY, folded, type Markdown, md, paragraphs } from "../../plan/media/markdown.ts";
import type { Step } from "../../plan/plan.ts";
import { withTitles } from "../../plan/render-plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import { bodyOf } from "../../plan/text/describe-step.ts";

/** Longer than this all bodies do not fit into a check run; those that are left out are counted. */
const MAX_CHARACTERS = 55_000;

/** Our hidden markers. */
const MARKS = /<!-- ?minutebook[^<>]*-->\n*/g;

/**
 * What would be posted, each body folded, as Markdown source: rendered, it might ping and link from here too. Issues
 * that are not open yet are named by their titles.
 */
export function foldedBodies(steps: readonly Step[]): Markdown {
  return foldBodies(steps).text;
}

/** The same, and how many of them there was no room for. */
export function foldBodies(steps: readonly Step[]): { readonly text: Markdown; readonly left: number } {
  const texts = steps.flatMap((step) => {
    const body = isWritten(step) ? bodyOf(step) : null;
    if (body === null) return [];
    const text = withTitles(body, { steps }).replace(MARKS, "").trim();
    return [folded(`${step.action} ${nameOf(step)}`, codeBlock(text, "markdown"))];
  });
  let room = MAX_CHARACTERS;
  const shown = texts.filter((text) => {
    room -= text.length;
    return room > 0;
  });
  const left = texts.length - shown.length;
  const more =
    left === 1
      ? md`1 more text is too long to show here.`
      : md`${left} more texts are too long to show here.`;
  return { text: paragraphs(...shown, left === 0 ? EMPTY : more), left };
}

function isWritten(step: Step): boolean {
  return isChange(step) && step.action !== "delete";
}

function nameOf(step: Step): string {
  switch (step.kind) {
    case "comment":
      return `comment: ${step.target.repository}#${step.target.number}`;
    case "milestone":
      return `note on milestone: ${step.title}`;
    default:
      return `${step.kind}: ${step.kind === "issue" ? step.title : step.key}`;
  }
}
