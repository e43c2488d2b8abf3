import type { Post } from "../../pipeline/replay/post.ts";

const WORDS: Readonly<Record<Post["do"], string>> = {
  comment: "Comment on",
  "edit-comment": "Edit the comment on",
  "delete-comment": "Delete the comment on",
  issue: "Open an issue in",
  "edit-issue": "Edit",
  "close-issue": "Close",
  "reopen-issue": "Reopen",
  milestone: "Milestone in",
  label: "Label in",
};

/** `Comment on octo-org/app#12`, in plain text. */
export function describePost(post: Post): string {
  const isOnIssue = post.target.includes("#");
  if (post.do === "milestone" && isOnIssue) return `Set the milestone of ${post.target}: ${post.title ?? ""}`;
  if (post.do === "label" && isOnIssue) return `Remove the label ${post.title ?? ""} from ${post.target}`;
  const title = post.do === "comment" || post.title === undefined ? "" : `: ${post.title}`;
  return `${WORDS[post.do]} ${post.target}${title}`;
}

/** Posts by the push that they came with, the newest push first. */
export function newestFirst(posts: readonly Post[]): readonly (readonly [Post, ...Post[]])[] {
  const groups = Map.groupBy(posts, ({ push }) => push);
  return [...groups.values()]
    .toReversed()
    .flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]));
}

/** `Owners: Ada, Bo · due 2026-01-31`; empty where the minutes name neither. */
export function describeAction({ owners = [], due = null }: Post): string {
  const parts = [
    ...(owners.length === 0 ? [] : [`Owners: ${owners.join(", ")}`]),
    ...(due === null ? [] : [`due ${due}`]),
  ];
  return parts.join(" · ");
}
