import { withoutDeadline } from "../../language/deadline.ts";
import type { ActionDraft, Context } from "../context.ts";
import type { Block, Page } from "../page.ts";
import { findFirstOccurrences, type Occurrence } from "../occurrences.ts";
import { isDropped } from "./below.ts";
import { ImpliedActions } from "./implied-actions.ts";
import type { Found } from "./found.ts";
import { MarkedActions } from "./marked.ts";

/** How far up an item's topic is looked for. */
const MAX_LEVELS = 12;

/** What an action is about, by which repetitions are known. */
interface Subject {
  readonly about: readonly string[];
  readonly isAboutByPlace: boolean;
}

/** What is referred to in it, or else in the nearest item above it, or else in a heading. */
function subjectOf(block: Block, targets: ReadonlyMap<Block, readonly string[]>): Subject {
  let at: Block | null = block;
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1, at = at.parent ?? at.heading) {
    const about = targets.get(at);
    if (about !== undefined) return { about, isAboutByPlace: level > 0 };
  }
  return { about: [], isAboutByPlace: false };
}

/** Titles of the topics of a line, outermost first. */
function topicsAt(line: number, { topics, topicAt }: Context): readonly string[] {
  const titles: string[] = [];
  for (let topic = topicAt(line); topic !== null; topic = topics[topic.parent ?? -1] ?? null)
    titles.unshift(topic.title);
  return titles;
}

function targetsByBlock(context: Context): Map<Block, string[]> {
  const targets = new Map<Block, string[]>();
  for (const { block, target, doubt } of context.references) {
    if (doubt !== null) continue;
    const owner = block.kind === "cell" && block.parent !== null ? block.parent : block;
    const list = targets.get(owner);
    if (list === undefined) targets.set(owner, [target]);
    else list.push(target);
  }
  return targets;
}

/**
 * Finds what somebody is to do: what the notes mark as such (a word, a list, a table, a check box), and what only
 * their sentences say (`implied`). A repeated action names the line of its first occurrence; done in one place is
 * done in all.
 */
export function findActions(page: Page, context: Context): ActionDraft[] {
  const marked = new MarkedActions(page, context);
  const implied = new ImpliedActions(context, marked.places);
  const found: Found[] = [];
  for (const block of page.blocks) {
    if (block.kind === "code" || block.kind === "cell" || block.text === "") continue;
    const here = marked.read(block);
    const first = here[0]?.markedAt ?? null;
    found.push(...here);
    if (first !== 0) found.push(...implied.read(block, first ?? undefined));
  }
  const targets = targetsByBlock(context);
  const occurrences = found.map(
    (action): Occurrence => ({
      line: action.block.lineAt(action.offset),
      text: withoutDeadline(action.text),
      owners: action.owners,
      topic: topicsAt(action.block.lineAt(action.offset), context),
      ...subjectOf(action.block, targets),
    }),
  );
  const first = findFirstOccurrences(occurrences);
  const done = new Set(
    found.flatMap((action, index) => (action.done ? [first[index] ?? occurrences[index]?.line] : [])),
  );
  const dropped = new Set(
    found.flatMap(({ block, done: isDone }, index) =>
      isDone && isDropped(block, marked.places.of(block)?.labels ?? [])
        ? [first[index] ?? occurrences[index]?.line]
        : [],
    ),
  );
  return found.map(({ block, text, owners, due, implied: isImplied, carriedOver, ...action }, index) => {
    const line = occurrences[index]?.line ?? block.line;
    const same = first[index] ?? null;
    return {
      block,
      line,
      endLine: block.endLine,
      text,
      owners,
      done: action.done || done.has(same ?? line),
      dropped: dropped.has(same ?? line),
      due,
      implied: isImplied,
      same,
      carriedOver,
    };
  });
}
