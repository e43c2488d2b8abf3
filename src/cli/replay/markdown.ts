import {
  codeBlock,
  codeSpan,
  EMPTY,
  folded,
  join,
  type Markdown,
  markdownText,
  md,
  paragraphs,
  raw,
} from "../../plan/media/markdown.ts";
import type { Post } from "../../pipeline/replay/post.ts";
import type { Replay } from "../../pipeline/replay/replay.ts";
import { describeSummary, summarize } from "../../pipeline/replay/summary.ts";
import { describeAction, describePost, newestFirst } from "./describe-post.ts";
import { withoutMarks } from "./without-marks.ts";

/** A replay as Markdown, for an issue or a pull request: the figures, then each post, newest first, its body folded. */
export function replayMarkdown(replay: Replay): string {
  const groups = newestFirst(replay.posts).map((posts) => {
    const [{ date, path }] = posts;
    return paragraphs(md`### ${date ?? "No date"}: ${raw(codeSpan(path))}`, ...posts.map(postMarkdown));
  });
  return `${paragraphs(markdownText(describeSummary(summarize(replay))), ...groups)}\n`;
}

function postMarkdown(post: Post): Markdown {
  const details = post.do === "issue" ? describeAction(post) : "";
  return paragraphs(
    md`**${describePost(post)}**`,
    markdownText(details),
    join(bulletsOf(post), "\n"),
    post.body === undefined ? EMPTY : folded("Whole text", codeBlock(withoutMarks(post.body), "markdown")),
  );
}

function bulletsOf({ decisions = [], actions = [] }: Post): readonly Markdown[] {
  return [
    ...decisions.map((decision) => md`- Decided: ${decision}`),
    ...actions.map((action) => md`- To do: ${action}`),
  ];
}
