import type { Message } from "../messages/message.ts";
import { fileProblem } from "../messages/reasons/file-problems.ts";

/**
 * Texts in place of minutes that are none:
 *
 * | what | example |
 * | --- | --- |
 * | a pointer of Git LFS | `version https://git-lfs.github.com/spec/v1` |
 * | marks of a merge that nobody finished | `<<<<<<< HEAD` |
 * | a symbolic link, whose text is where it leads | `../../elsewhere/minutes.md` |
 * | no text | a null character |
 */
const LFS =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com|git-media\.io\/v\/\d)\/spec\/v?\d/;
const OURS = /^<{7}(?: \S.*)?$/m;
const THEIRS = /^>{7}(?: \S.*)?$/m;
const BETWEEN = /^={7}$/m;
const NAMED = /^<{7} \S+$/m;
const LONGEST_LINK = 1000;
/** Git puts no line end behind a link's path. */
const LINK =
  /^(?:\.{1,2}\/|\/|[A-Za-z]:[\\/])[^\n\r]+$|^[^\s/]+(?:\/[^\s/]+)*\.(?:md|markdown|txt|rst|html?|log|adoc|org)$/;

/** Why a text cannot be read as minutes; null: it can. */
export function findUnreadable(text: string): Message | null {
  const source = text.replaceAll("\r", "");
  if (LFS.test(source)) {
    return fileProblem("file-lfs-pointer");
  }
  const marks = [OURS, BETWEEN, THEIRS].filter((mark) => mark.test(source)).length;
  if (marks > 1 || NAMED.test(source)) {
    return fileProblem("file-merge-conflict");
  }
  if (source.length <= LONGEST_LINK && LINK.test(source)) {
    return fileProblem("file-symbolic-link");
  }
  return source.includes("\0") ? fileProblem("file-binary") : null;
}
