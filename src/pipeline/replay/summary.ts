import type { IsoDate } from "../../minutes/meeting.ts";
import { counted } from "../../messages/message.ts";
import type { Post } from "./post.ts";
import type { Replay } from "./replay.ts";

/** What a replay posted, in figures. */
export interface Summary {
  /** Minutes that were pushed. */
  readonly meetings: number;
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly comments: number;
  /** Issues, pull requests and discussions with a comment. */
  readonly threads: number;
  /** Changes that notify nobody. */
  readonly silent: number;
  readonly issues: number;
  readonly milestoneNotes: number;
  /** Most comments on one thread. */
  readonly busiest: number;
}

export function summarize({ pushes, posts }: Pick<Replay, "pushes" | "posts">): Summary {
  const days = pushes.flatMap(({ date }) => date ?? []);
  const comments = posts.filter((post) => post.do === "comment");
  const threads = Map.groupBy(comments, ({ target }) => target);
  return {
    meetings: pushes.length,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    comments: comments.length,
    threads: threads.size,
    silent: posts.filter(isSilentUpdate).length,
    issues: posts.filter((post) => post.do === "issue").length,
    milestoneNotes: new Set(posts.filter(isMilestoneNote).map(({ url }) => url)).size,
    busiest: Math.max(0, ...[...threads.values()].map((all) => all.length)),
  };
}

/** `In 52 meetings from 2026-01-12 to …: 31 comments on 24 issues, … Busiest thread: 4 comments.` */
export function describeSummary(summary: Summary): string {
  const { first, last, comments, threads, silent, issues, milestoneNotes, busiest } = summary;
  const days =
    first === null || last === null ? "" : first === last ? ` on ${first}` : ` from ${first} to ${last}`;
  const parts = [
    comments === 0 ? "no comments" : `${counted(comments, "comment")} on ${counted(threads, "issue")}`,
    counted(silent, "silent update"),
    counted(issues, "action issue"),
    counted(milestoneNotes, "milestone note"),
  ];
  const most = busiest === 0 ? "" : ` Busiest thread: ${counted(busiest, "comment")}.`;
  return `In ${counted(summary.meetings, "meeting")}${days}: ${parts.join(", ")}.${most}`;
}

function isSilentUpdate({ do: what }: Post): boolean {
  return what === "edit-comment" || what === "edit-issue" || what === "delete-comment";
}

function isMilestoneNote({ do: what, target }: Post): boolean {
  return what === "milestone" && !target.includes("#");
}
