import { counted } from "../../messages/message.ts";
import { notice } from "../../messages/reasons/notices.ts";
import type { Config } from "../../config/config.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { Left, PlanInput } from "../input.ts";
import type { Notice } from "../plan.ts";
import { isReadableByReaders } from "../targets/consent.ts";

/** Whether the minutes' readers may learn how much is posted in a repository. */
type IsShown = (repository: RepositoryName) => boolean;

/** What the configuration switches off, how much of it was posted before, and how it can be removed. */
export function offNotices(config: Config, all: readonly Left[], isShown: IsShown): readonly Notice[] {
  const left = all.filter(({ repository }) => isShown(repository));
  const sum = (kind: "comments" | "issues"): number => left.reduce((total, one) => total + one[kind], 0);
  if (config.mode === "off") return [toNotice(modeOff(left, sum("comments"), sum("issues")))];
  return [
    ...commentsOff(sum("comments"), config.comments.enabled),
    ...actionsOff(sum("issues"), config.actions.enabled),
  ].map(toNotice);
}

/** Whether a repository that a plan knows may be shown. One that was not asked about may be anybody's. */
export function shownIn({ repository, snapshot }: Pick<PlanInput, "repository" | "snapshot">): IsShown {
  const known = Object.values(snapshot.repositories).filter((state) => state.known);
  return (name) =>
    isSameName(name, repository.name) ||
    known.some((state) => isSameName(state.name, name) && isReadableByReaders(state, repository));
}

function modeOff(left: readonly Left[], comments: number, issues: number) {
  const posts = [counted(comments, "comment"), counted(issues, "issue")].join(", ");
  return left.length === 0 ? notice("mode-off") : notice("mode-off-left", { posts });
}

/** @param isOn - Then only a series may have switched them off. */
function commentsOff(count: number, isOn: boolean) {
  const comments = counted(count, "comment");
  if (isOn) return count === 0 ? [] : [notice("comments-off-in-series", { comments })];
  return [count === 0 ? notice("comments-off") : notice("comments-off-left", { comments })];
}

function actionsOff(count: number, isOn: boolean) {
  const issues = counted(count, "issue");
  if (isOn) return count === 0 ? [] : [notice("actions-off-in-series", { issues })];
  return [count === 0 ? notice("actions-off") : notice("actions-off-left", { issues })];
}

function toNotice(message: ReturnType<typeof notice>): Notice {
  return { level: "info", path: ".github/minutebook.yml", line: null, ...message };
}
