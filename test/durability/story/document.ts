import { remarkFor, taskFor } from "./words.ts";

/** One line of minutes. */
export type Item =
  | { readonly kind: "reference"; readonly target: string; readonly id: number }
  | {
      readonly kind: "decision";
      readonly target: string;
      readonly release: string | null;
      readonly id: number;
    }
  | {
      readonly kind: "task";
      readonly id: number;
      readonly owner: string;
      readonly done: boolean;
      readonly more: string;
    };

/** Minutes as a story has them, before they become Markdown. */
export interface Document {
  readonly date: string;
  readonly items: readonly Item[];
  /** How often they were edited in words that mean nothing to us. */
  readonly remarks: number;
}

/** The Markdown of minutes. */
export function printDocument({ date, items, remarks }: Document): string {
  const half = Math.ceil(items.length / 2);
  const topics = [
    ["Orchard", items.slice(0, half)],
    ["Tools", items.slice(half)],
  ] as const;
  return [
    `# Weekly meeting, ${date}`,
    "",
    "Present: Quince, Medlar",
    ...topics.flatMap(([title, lines]) => ["", `## ${title}`, "", ...lines.map(printItem)]),
    ...Array.from({ length: remarks }, () => ["", "Somebody brought cake."]).flat(),
    "",
  ].join("\n");
}

function printItem(item: Item): string {
  switch (item.kind) {
    case "reference":
      return `- We looked at ${item.target}: ${remarkFor(item.id)}.`;
    case "decision":
      return item.release === null
        ? `- DECISION: ${item.target} waits until ${remarkFor(item.id)}`
        : `- DECISION: ${item.target} will go in ${item.release}`;
    case "task":
      return `- [${item.done ? "x" : " "}] ${item.owner}: ${taskFor(item.id)}${item.more}`;
  }
}
