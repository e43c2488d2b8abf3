import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import type { Excess } from "./excess.ts";

type Adapter = TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

/** In elements. Deeper than this nobody nests; what makes Markdown of the tree needs stack and time for each level. */
const DEEPEST = 100;
const MOST_ELEMENTS = 50_000;
/** Each text in a table but in none of its cells is moved before it, past all that was moved before. */
const MOST_MISPLACED = 2000;
/** Elements and comments without a word between them: from each, the next word is looked for. */
const MOST_SILENT = 5000;

/** Ends parsing: there is no other way to. */
class TooMuch extends Error {}

/** Where HTML has more than people write, found by building as much of its tree as may be; null: nowhere. */
export function excessOfElements(source: string): Excess | null {
  let line = 1;
  try {
    parse(source, {
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
      treeAdapter: countingAdapter((at) => {
        line = at;
      }),
    });
    return null;
  } catch (error) {
    if (error instanceof TooMuch) return { kind: "elements", line };
    throw error;
  }
}

function countingAdapter(tell: (line: number) => void): Adapter {
  const { createElement, createCommentNode, insertBefore, insertText, insertTextBefore } = defaultTreeAdapter;
  const counts = { depth: 0, elements: 0, misplaced: 0, silent: 0 };
  const check = (): void => {
    const { depth, elements, misplaced, silent } = counts;
    const isTooMuch = depth > DEEPEST || elements > MOST_ELEMENTS || misplaced > MOST_MISPLACED;
    if (isTooMuch || silent > MOST_SILENT) throw new TooMuch();
  };
  const see = (text: string): void => {
    if (/\S/.test(text)) counts.silent = 0;
  };
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      counts.elements += 1;
      counts.silent += 1;
      check();
      return createElement(...args);
    },
    createCommentNode(text) {
      counts.silent += 1;
      check();
      return createCommentNode(text);
    },
    insertBefore(...args) {
      counts.misplaced += 1;
      insertBefore(...args);
    },
    insertText(parent, text) {
      see(text);
      insertText(parent, text);
    },
    insertTextBefore(parent, text, before) {
      counts.misplaced += 1;
      see(text);
      insertTextBefore(parent, text, before);
    },
    onItemPush(element) {
      counts.depth += 1;
      tell(element.sourceCodeLocation?.startLine ?? 1);
      check();
    },
    onItemPop() {
      counts.depth -= 1;
    },
  };
}
