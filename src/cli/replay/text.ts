import { printable } from "../../plan/media/terminal.ts";
import type { Post } from "../../pipeline/replay/post.ts";
import type { Replay } from "../../pipeline/replay/replay.ts";
import { describeSummary, summarize } from "../../pipeline/replay/summary.ts";
import type { Colors } from "../io.ts";
import { describeAction, describePost, newestFirst } from "./describe-post.ts";

/** A replay for a terminal: the figures, then each post, newest first. */
export function replayText(replay: Replay, colors: Colors): string {
  const groups = newestFirst(replay.posts).map((posts) => {
    const [{ date, path }] = posts;
    const head = colors.bold(printable(`${date ?? "no date"}  ${path}`));
    return [head, ...posts.map((post) => postText(post, colors))].join("\n");
  });
  return `${[describeSummary(summarize(replay)), ...groups].join("\n\n")}\n`;
}

function postText(post: Post, colors: Colors): string {
  const line = `  ${post.notifies ? colors.green("+") : colors.dim("~")} ${printable(describePost(post))}`;
  return [line, ...detailsOf(post).map((detail) => `      ${printable(detail)}`)].join("\n");
}

function detailsOf(post: Post): readonly string[] {
  if (post.do !== "comment" && post.do !== "edit-comment")
    return [describeAction(post)].filter((text) => text !== "");
  const { decisions = [], actions = [], quote = "" } = post;
  return [
    ...decisions.map((decision) => `Decided: ${decision}`),
    ...actions.map((action) => `To do: ${action}`),
    ...quote
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => `> ${line}`),
  ];
}
