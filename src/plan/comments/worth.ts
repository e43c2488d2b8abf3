import { commentReason } from "../../messages/reasons/comment-reasons.ts";
import type { Message } from "../../messages/message.ts";
import type { Config } from "../../config/config.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { KnownThread } from "../snapshot.ts";
import type { CommentContent } from "./content.ts";
import { sentencesOf } from "./sentences.ts";
import { isStatement } from "./statement.ts";

/** What the minutes say about an issue, as plain text: all of it, and what is left without what is said already. */
export interface Passages {
  readonly whole: string;
  readonly shown: string;
}

/**
 * Why what a meeting says about an issue isn't worth a notification to the people on it. Whoever has a comment
 * already gets no notification by an edit: that one is kept up to date.
 *
 * @returns null: it is worth one
 */
export function findSilence(
  content: CommentContent,
  thread: KnownThread,
  passages: Passages,
  config: Pick<Config, "comments" | "labels">,
): Message | null {
  const { comments, labels } = config;
  const carries = (label: string): boolean => thread.labels.some((own) => isSameName(own, label));
  const quiet = labels.quiet.find(carries);
  if (quiet !== undefined) return commentReason("quiet-label", { label: quiet });
  if (labels.only.length > 0 && !labels.only.some(carries)) return commentReason("labels-not-listed");
  const isSettled = content.decisions.length + content.actions.length > 0;
  if (isSettled) return isClosedThen(thread, content) && comments.closed === "never" ? CLOSED : null;
  if (passages.shown.trim() === "" && sentencesOf(passages.whole).length > 0)
    return commentReason("said-before");
  if (comments.when === "discussed" && content.references.every(isBelowUnreached))
    return commentReason("only-mentioned");
  const isCited = content.references.every(({ isAside = false }) => isAside);
  if (comments.when === "discussed" && isCited) return commentReason("only-mentioned");
  if (comments.when === "decided") return commentReason("not-decided");
  if (comments.when === "discussed" && !isStatement(passages.shown, isChat(content)))
    return commentReason("only-mentioned");
  return isClosedThen(thread, content) && comments.closed !== "always" ? CLOSED : null;
}

function isChat({ references }: CommentContent): boolean {
  return references.some(({ excerpt }) => excerpt.isLog === true);
}

/** `Not discussed`, `Did not get to`, `Deferred to next meeting`: the meeting said nothing of what is below. */
const UNREACHED =
  /^\W{0,3}(?:(?:issues? |items? |topics? )?(?:not|un)[- ]?(?:discussed|reached|covered)|(?:we )?(?:did not|didn't) (?:get to|reach|discuss)|skipped|not discussed)\b/i;

function isBelowUnreached({ topic }: CommentContent["references"][number]): boolean {
  return topic.some((title) => UNREACHED.test(title));
}

const CLOSED = commentReason("closed-then");

/** Whether it was closed or merged before the day of the meeting. */
function isClosedThen({ state, closedAt }: KnownThread, { meeting }: CommentContent): boolean {
  if (state === "open") return false;
  if (closedAt == null || meeting.date === null) return true;
  return closedAt.slice(0, 10) < meeting.date;
}
