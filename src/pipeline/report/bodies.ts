import type { Step } from "../../plan/plan.ts";
import { withTitles } from "../../plan/render-plan.ts";
import { bodyOf } from "../../plan/text/describe-step.ts";

/** Longer than this all bodies do not fit into a check run; those that are left out are told. */
const MAX_CHARACTERS = 55_000;

/** What we write for ourselves, which nobody sees on GitHub. */
const MARKS = /<!-- ?minutebook[^<>]*-->\n*/g;

/**
 * What would stand on GitHub, each body folded, as Markdown source: rendered, it might ping and link from here too. Issues
 * that do not stand yet are called by their titles.
 */
export function foldedBodies(steps: readonly Step[]): string {
  return foldBodies(steps).text;
}

/** The same, and how many of them there was no room for. */
export function foldBodies(steps: readonly Step[]): { readonly text: string; readonly left: number } {
  const texts = steps.flatMap((step) => {
    const body = isWritten(step) ? bodyOf(step) : null;
    if (body === null) return [];
    const text = withTitles(body, { steps }).replace(MARKS, "").trim();
    return [fold(`${step.action} ${nameOf(step)}`, text)];
  });
  let room = MAX_CHARACTERS;
  const shown = texts.filter((text) => {
    room -= text.length;
    return room > 0;
  });
  const left = texts.length - shown.length;
  const more = `${left} more ${left === 1 ? "text does" : "texts do"} not fit in here.`;
  return { text: [...shown, ...(left === 0 ? [] : [more])].join("\n\n"), left };
}

function isWritten({ action }: Step): boolean {
  return action !== "keep" && action !== "skip" && action !== "delete";
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

function fold(title: string, body: string): string {
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const plain = title.replace(/[&<>@#]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<details><summary>${plain}</summary>\n\n${fence}markdown\n${body}\n${fence}\n\n</details>`;
}
