import { certainReferences } from "../targets/certain-references.ts";
import type { CommentText } from "../plan.ts";
import { blocksText, blockText } from "../quote/block-text.ts";
import { type Blocks, quoteBlocks } from "../quote/quote.ts";
import { longDate } from "../text/dates.ts";
import type { CommentAction, CommentContent, Rendering } from "./content.ts";
import { withoutAlreadySaid } from "./news.ts";
import { decisionsOf } from "./parts.ts";
import { excerptsWithSubstance } from "./substance.ts";
import type { Passages } from "./worth.ts";

/** What a comment says, as plain text: its bullets and the passages that it quotes. */
export function textOf(content: CommentContent, rendering: Rendering): CommentText {
  return {
    decisions: decisionsOf(content, rendering).flatMap((node) =>
      node.type === "list" ? node.children.map(blockText) : [],
    ),
    actions: content.actions.map(actionText),
    quote: passagesText(content, rendering).shown,
  };
}

/** What the minutes say about the issue, and what a comment quotes of it. */
export function passagesText(content: CommentContent, rendering: Rendering): Passages {
  const blocks = passagesOf(content, rendering);
  return { whole: blocksText(blocks), shown: blocksText(withoutAlreadySaid(blocks, content.alreadySaid)) };
}

/** All that people on the thread know once the comment is posted, as plain text. */
export function saidText(content: CommentContent, rendering: Rendering): string {
  return [...content.alreadySaid.bullets, passagesText(content, rendering).whole].join("\n");
}

/** Includes what is said elsewhere. */
function passagesOf(content: CommentContent, { base }: Rendering): Blocks {
  const { meeting, target } = content;
  const context = { ...meeting, references: certainReferences(meeting), base, target: target.name };
  return excerptsWithSubstance(content).flatMap((excerpt) => quoteBlocks(excerpt, context));
}

function actionText({ title, owners, due }: CommentAction): string {
  const who = owners.length === 0 ? "" : `${owners.join(", ")}: `;
  return `${who}${title}${due === null ? "" : `, due ${longDate(due)}`}`;
}
