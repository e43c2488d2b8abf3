import type { Table } from "mdast";
import { findMarker } from "../marker.ts";
import { isOwnMarker, type Planning } from "../planning.ts";
import { blockText } from "../quote/block-text.ts";
import type { Blocks } from "../quote/quote.ts";
import type { KnownThread, OwnComment } from "../snapshot.ts";
import { HASH_LENGTH, hashSentence, sentencesOf } from "./sentences.ts";

/** Hashes of sentences that people on a thread have read already. */
export type KnownSentences = ReadonlySet<string>;

/** So many sentences of a comment are remembered: what comes behind them is news again. */
export const MOST_REMEMBERED = 150;

/** What our comments on a thread have said to people already. */
export interface SaidBefore {
  readonly sentences: KnownSentences;
  /** Of the last meeting that decided something: a decision that was changed since is news when it is taken again. */
  readonly decisions: readonly string[];
}

/**
 * What people on a thread know already by our comments. Hidden ones tell nothing.
 *
 * @param own - The path of minutes that have a part in one of these, and that comment: what came later, and what the
 *   minutes themselves say there, doesn't count. Absent: the comment is to be posted.
 */
export function saidBefore(
  thread: KnownThread,
  planning: Planning,
  own?: { readonly comment: OwnComment; readonly path: string },
): SaidBefore {
  const comments = planning.commentsOn(thread);
  const end = own === undefined ? comments.length : comments.findIndex(({ id }) => id === own.comment.id) + 1;
  const newestFirst = comments.slice(0, end).toReversed();
  const sections = newestFirst.flatMap(({ id, body, minimized }) => {
    const marker = findMarker(body);
    if (minimized || marker?.kind !== "comment" || marker.gone) return [];
    if (!isOwnMarker(marker, planning.input.repository)) return [];
    const all = [marker, ...(marker.earlier ?? [])];
    return all.slice(own?.comment.id === id ? all.findIndex(({ path }) => path === own.path) + 1 : 0);
  });
  const decided = sections.find(({ decisions = [] }) => decisions.length > 0);
  return {
    sentences: new Set(sections.flatMap(({ said = "" }) => splitHashes(said))),
    decisions: decided?.decisions ?? [],
  };
}

/** Hashes as a marker keeps them: one after the other. */
export function joinHashes(hashes: readonly string[]): string {
  return hashes.slice(0, MOST_REMEMBERED).join("");
}

function splitHashes(joined: string): readonly string[] {
  const count = Math.floor(joined.length / HASH_LENGTH);
  return Array.from({ length: count }, (_, at) => joined.slice(at * HASH_LENGTH, (at + 1) * HASH_LENGTH));
}

/** What needn't be said: what the thread knows, and what the comment's own bullets say. */
export interface AlreadySaid {
  readonly known: KnownSentences;
  /** Plain texts. */
  readonly bullets: readonly string[];
}

/** A sentence may have so many words besides those of a bullet: its marker, its owner, "we agreed to". */
const WORDS_BESIDE = 6;

/** Titles and bullets leave some words out: "still", "also". */
const NEARLY_ALL = 0.8;

/** Whether a text has sentences, and all of them are known. */
export function isKnown(text: string, known: KnownSentences): boolean {
  const sentences = sentencesOf(text);
  return sentences.length > 0 && sentences.every((words) => known.has(hashSentence(words)));
}

function isAlreadySaid(text: string, { known, bullets }: AlreadySaid): boolean {
  const sentences = sentencesOf(text);
  return (
    sentences.length > 0 &&
    sentences.every(
      (words) => known.has(hashSentence(words)) || bullets.some((bullet) => isIn(words, bullet)),
    )
  );
}

/** Whether a sentence says what a bullet says and hardly more. */
function isIn(sentence: readonly string[], bullet: string): boolean {
  const own = sentencesOf(bullet).flat();
  if (own.length === 0) return false;
  const [shorter, longer] = own.length < sentence.length ? [own, sentence] : [sentence, own];
  const words = new Set(longer);
  const shared = shorter.filter((word) => words.has(word)).length;
  return sentence.length <= own.length + WORDS_BESIDE && shared >= NEARLY_ALL * shorter.length;
}

/**
 * Blocks without what was already said: items of lists, rows of tables and paragraphs all of whose sentences were. What
 * a new item is under stays, so that it can be understood.
 */
export function withoutAlreadySaid(blocks: Blocks, alreadySaid: AlreadySaid): Blocks {
  if (alreadySaid.known.size + alreadySaid.bullets.length === 0) return blocks;
  return blocks.flatMap((block) => keptOf(block, alreadySaid));
}

type Block = Blocks[number];

function keptOf(block: Block, alreadySaid: AlreadySaid): Blocks {
  switch (block.type) {
    case "list": {
      const children = block.children.flatMap((item) => {
        const kept = withoutAlreadySaidBelow(item.children as Blocks, alreadySaid);
        return kept.length === 0 ? [] : [{ ...item, children: kept }];
      });
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case "blockquote": {
      const children = withoutAlreadySaid(block.children as Blocks, alreadySaid);
      return children.length === 0 ? [] : [{ ...block, children }];
    }
    case "table":
      return keptTable(block, alreadySaid);
    default:
      return isAlreadySaid(blockText(block), alreadySaid) ? [] : [block];
  }
}

/** Of an item: its own words stay where anything below them does. */
function withoutAlreadySaidBelow(blocks: Blocks, alreadySaid: AlreadySaid): Blocks {
  const kept = blocks.map((block) => keptOf(block, alreadySaid));
  const isNew = kept.some((own, index) => own.length > 0 && saysSomething(blocks[index]));
  if (!isNew) return [];
  return blocks.flatMap((block, index) => {
    const own = kept[index] ?? [];
    return own.length > 0 || block.type === "list" ? own : [block];
  });
}

/** A mark or a number alone is no news. */
function saysSomething(block: Block | undefined): boolean {
  return block !== undefined && sentencesOf(blockText(block)).length > 0;
}

function keptTable(table: Table, alreadySaid: AlreadySaid): Blocks {
  const [head, ...rows] = table.children;
  const kept = rows.filter((row) => {
    const cells = row.children.map((cell) => blockText(cell)).join("\n");
    return sentencesOf(cells).length === 0 || !isAlreadySaid(cells, alreadySaid);
  });
  return head === undefined || (rows.length > 0 && kept.length === 0)
    ? []
    : [{ ...table, children: [head, ...kept] }];
}
