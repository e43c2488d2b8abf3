import { configFor } from "../../config/series.ts";
import type { Message } from "../../messages/message.ts";
import { commentReason } from "../../messages/reasons/comment-reasons.ts";
import { stepReason } from "../../messages/reasons/step-reasons.ts";
import { commentKey } from "../keys.ts";
import { type CommentMarker, type CommentSection, findMarker, renderMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import { isOwnMarker, keepsMorePrivate, type Planning, type ReadFile } from "../planning.ts";
import type { KnownRepository, KnownThread } from "../snapshot.ts";
import { DEFAULT_TEMPLATES } from "../template.ts";
import { listLines } from "../text/list-some.ts";
import { contentOf, type Gathered } from "./gather.ts";
import type { CommentContent, Rendering } from "./content.ts";
import type { MentionedIssue } from "../targets/mentions.ts";
import { type FoundComment, findOwnComments, followPath, wasDeleted } from "./own-comments.ts";
import { hashComment, renderComment } from "./render-comment.ts";
import { addMeeting, findHost } from "./host.ts";
import {
  decisionsToKeep,
  putTogether,
  takeApart,
  withEarlier,
  withSection,
  withoutFile,
} from "./sections.ts";
import { passagesText, saidText, textOf } from "./text-of.ts";
import { findSilence } from "./worth.ts";
import { joinHashes, saidBefore } from "./news.ts";
import { sentenceHashes } from "./sentences.ts";
import { newerRefusal } from "../targets/threads.ts";

/** Plans the one comment that a file has on an issue that it mentions, and takes away what was posted twice. */
export function planComment(
  file: ReadFile,
  issue: MentionedIssue,
  gathered: Gathered,
  planning: Planning,
): readonly CommentStep[] {
  const { found } = issue;
  const step = stepBase(file, issue, planning);
  if (found.thread === null) return [{ ...step, action: "skip", reason: found.refusal }];
  const [own, ...doubles] = findOwnComments(found.thread, file, planning);
  const refusal =
    found.refusal ?? (own === undefined ? refusalOf(file, issue, found.thread, planning) : null);
  if (refusal !== null) {
    const skip: CommentStep = { ...step, action: "skip", reason: refusal };
    if (own !== undefined) return [followPath({ ...skip, ...placeOf(own) }, own, file, planning)];
    // Under its present path too: the file may be renamed again, and the ledger knows it by its path.
    return [isDeleted(file, issue, found.thread, planning) ? { ...skip, remember: "gone" } : skip];
  }
  if (issue.isDoubtful && own !== undefined) {
    const reason = commentReason("mention-now-doubtful");
    const keep: CommentStep = { ...step, ...placeOf(own), action: "keep", reason, body: own.comment.body };
    return [followPath(keep, own, file, planning)];
  }
  const before = saidBefore(found.thread, planning, own);
  const content = contentOf(gathered, found, issue.references, before);
  const silence = own === undefined ? silenceOf(content, found.thread, planning) : null;
  if (silence !== null) return [{ ...step, action: "skip", reason: silence }];
  const first =
    own === undefined
      ? newStep(step, found.thread, content, planning)
      : followPath(updateStep(step, asUpdated(own, file), content, planning), own, file, planning);
  return [first, ...doubles.map((double) => doubleStep(step, double, planning))];
}

function silenceOf(content: CommentContent, thread: KnownThread, planning: Planning): Message | null {
  return findSilence(
    content,
    thread,
    passagesText(content, renderingOf(planning, content.meeting.path)),
    configFor(planning.input.config, content.meeting.path),
  );
}

/** Our own issues say where they come from themselves. */
function isOwnIssue({ found }: MentionedIssue, planning: Planning): boolean {
  const issue = found.state?.actionIssues.find(({ number }) => number === found.thread?.number);
  const marker = issue === undefined ? null : findMarker(issue.body);
  return marker?.kind === "issue" && isOwnMarker(marker, planning.input.repository);
}

function refusalOf(
  file: ReadFile,
  issue: MentionedIssue,
  thread: KnownThread,
  planning: Planning,
): Message | null {
  if (isDeleted(file, issue, thread, planning)) return commentReason("comment-deleted");
  if (issue.isDoubtful) return commentReason("doubtful-mention");
  if (isOwnIssue(issue, planning)) return commentReason("action-issue");
  return newerRefusal(thread, file.meeting);
}

function isDeleted(
  file: ReadFile,
  { target, references }: MentionedIssue,
  thread: KnownThread,
  planning: Planning,
): boolean {
  return wasDeleted(thread, [target, ...references.map((one) => one.target)], file, planning);
}

function createStep(step: CommentStep, content: CommentContent, planning: Planning): CommentStep {
  const rendering = renderingOf(planning, content.meeting.path);
  const body = renderComment(content, rendering, false);
  const marker = markerOf(step, content, hashComment(content, rendering), planning);
  return {
    ...step,
    action: "create",
    reason: commentReason("mentioned", { lines: linesOf(content) }),
    body: `${body}\n\n${renderMarker({ ...marker, first: planning.input.commit })}`,
    says: textOf(content, rendering),
  };
}

/** A comment of its own, or a part in our last one, where nobody has written since and nothing was decided. */
function newStep(
  step: CommentStep,
  thread: KnownThread,
  content: CommentContent,
  planning: Planning,
): CommentStep {
  const made = createStep(step, content, planning);
  const host = findHost(thread, content, planning);
  const own = made.body === null ? null : takeApart(made.body);
  if (host === null || own === null) return made;
  return {
    ...made,
    ...placeOf(host),
    action: "update",
    reason: commentReason("added-to-comment", { lines: linesOf(content) }),
    body: putTogether(addMeeting(host.parts, own), planning.base),
  };
}

function linesOf({ references }: CommentContent): string {
  const lines = [...new Set(references.map(({ line }) => line))];
  return listLines(lines);
}

function updateStep(
  step: CommentStep,
  own: FoundComment,
  content: CommentContent,
  planning: Planning,
): CommentStep {
  const rendering = renderingOf(planning, content.meeting.path);
  const hash = hashComment(content, rendering);
  const placed: CommentStep = { ...step, ...placeOf(own), body: own.comment.body };
  if (own.comment.minimized) return { ...placed, action: "keep", reason: commentReason("comment-hidden") };
  if (own.place === "earlier") return earlierStep(placed, own, content, planning);
  const reason = changeReason(step, own, hash, content);
  if (reason === null) return { ...placed, action: "keep", reason: stepReason("unchanged") };
  const isEdited = own.marker.hash !== hash && !own.marker.gone;
  const body = renderComment(content, rendering, isEdited);
  const { first } = own.marker;
  const marker = { ...markerOf(step, content, hash, planning), ...(first === undefined ? {} : { first }) };
  return {
    ...placed,
    action: "update",
    reason,
    body: putTogether({ main: body, marker: withEarlier(marker, othersIn(own)) }, planning.base),
    says: textOf(content, rendering),
  };
}

/** A hidden comment is left alone, unless its minutes keep more private than before. */
function asUpdated(own: FoundComment, file: ReadFile): FoundComment {
  return keepsMorePrivate(file) ? { ...own, comment: { ...own.comment, minimized: false } } : own;
}

/** The earlier meetings of a comment, of other files. */
function othersIn({ marker, paths }: FoundComment): readonly CommentSection[] {
  return (marker.earlier ?? []).filter(({ path }) => !paths.includes(path));
}

/** Of an earlier meeting a line is left: it says where the minutes are, and what was decided. */
function earlierStep(
  placed: CommentStep,
  { comment, marker, path }: FoundComment,
  content: CommentContent,
  planning: Planning,
): CommentStep {
  const parts = takeApart(comment.body);
  const before = marker.earlier?.find((section) => section.path === path);
  const now = markerOf(
    placed,
    content,
    hashComment(content, renderingOf(planning, content.meeting.path)),
    planning,
  );
  const isSame = before?.said === now.said && String(before?.decisions ?? []) === String(now.decisions ?? []);
  if (parts === null || isSame)
    return { ...placed, action: "keep", reason: commentReason("earlier-meeting") };
  const { first } = before ?? {};
  const body = withSection(parts, path, first === undefined ? now : { ...now, first }, planning.base);
  return { ...placed, action: "update", reason: stepReason("minutes-changed"), body };
}

/** Why a comment has to be written again; null: it has not. */
function changeReason(
  step: CommentStep,
  own: FoundComment,
  hash: string,
  content: CommentContent,
): Message | null {
  if (own.marker.gone) return commentReason("mentioned-again");
  if (own.marker.hash !== hash) return stepReason("minutes-changed");
  if (own.marker.path !== step.origin?.path) return stepReason("minutes-moved", { path: own.marker.path });
  const orphan = own.marker.earlier?.find(({ path }) => own.paths.includes(path));
  if (orphan !== undefined) return stepReason("minutes-moved", { path: orphan.path });
  const missing = content.actions.find(({ url }) => url !== null && !own.comment.body.includes(url));
  return missing === undefined ? null : commentReason("linked-issue-opened");
}

function doubleStep(step: CommentStep, double: FoundComment, { base }: Planning): CommentStep {
  const body = withoutFile(double.comment.body, [double.path], base);
  return {
    ...step,
    ...placeOf(double),
    key: `${step.key}#duplicate-${double.comment.id}`,
    action: body === null ? "delete" : "update",
    reason: commentReason("duplicate-comment"),
    body,
  };
}

function stepBase(
  file: ReadFile,
  { target, found, references }: MentionedIssue,
  planning: Planning,
): CommentStep {
  const [{ repository, number, line }] = references;
  return {
    kind: "comment",
    key: commentKey(planning.input.repository.name, file.path, target),
    action: "keep",
    reason: stepReason("unchanged"),
    origin: { path: file.path, line },
    target: found.thread === null ? unknownTarget(repository, number) : targetOf(found.thread, found.state),
    commentId: null,
    commentUrl: null,
    body: null,
  };
}

export function unknownTarget(repository: string, number: number): CommentStep["target"] {
  return { repository, number, thread: "issue", nodeId: null, title: null, url: null };
}

export function targetOf(thread: KnownThread, state: KnownRepository): CommentStep["target"] {
  return {
    repository: state.name,
    number: thread.number,
    thread: thread.kind,
    nodeId: thread.nodeId === "" ? null : thread.nodeId,
    title: thread.title === "" ? null : thread.title,
    url: thread.url,
  };
}

export function placeOf({
  comment,
}: Pick<FoundComment, "comment">): Pick<CommentStep, "commentId" | "commentUrl"> {
  return { commentId: comment.id, commentUrl: comment.url };
}

/** How comments for a file of minutes look. */
export function renderingOf({ base, input }: Planning, path: string): Rendering {
  const template = configFor(input.config, path).comments.template ?? DEFAULT_TEMPLATES.comment;
  return { base, forHash: false, template, minutes: input.repository };
}

function markerOf(
  step: CommentStep,
  content: CommentContent,
  hash: string,
  planning: Planning,
): CommentMarker {
  const { input } = planning;
  const said = saidText(content, renderingOf(planning, content.meeting.path));
  return {
    v: 1,
    kind: "comment",
    key: step.key,
    repository: input.repository.name,
    repositoryId: input.repository.id ?? null,
    path: content.meeting.path,
    commit: input.commit,
    target: `${step.target.repository}#${step.target.number}`,
    date: content.meeting.date,
    hash,
    gone: false,
    said: joinHashes(sentenceHashes(said)),
    ...(content.decisions.length === 0 ? {} : { decisions: [...decisionsToKeep(content.decisions)] }),
  };
}
