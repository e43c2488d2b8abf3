import type { Step } from "../../plan/plan.ts";

/** Longer than this all bodies do not fit into a check run; those that are left out are told. */
const MAX_CHARACTERS = 55_000;

/** What would stand on GitHub, each body folded, as Markdown source: rendered it would ping and link. */
export function foldedBodies(steps: readonly Step[]): string {
  const texts = steps.flatMap((step) => {
    if (step.action === "keep" || step.action === "skip" || step.action === "delete") return [];
    if (step.kind !== "comment" && step.kind !== "issue") return [];
    const title = step.kind === "comment" ? `${step.target.repository}#${step.target.number}` : step.title;
    return step.body === null ? [] : [fold(`${step.action} ${step.kind}: ${title}`, step.body)];
  });
  let room = MAX_CHARACTERS;
  const shown = texts.filter((text) => {
    room -= text.length;
    return room > 0;
  });
  const left = texts.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [`${left} more texts do not fit in here.`])].join("\n\n");
}

function fold(title: string, body: string): string {
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const plain = title.replace(/[&<>@#]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<details><summary>${plain}</summary>\n\n${fence}markdown\n${body}\n${fence}\n\n</details>`;
}
