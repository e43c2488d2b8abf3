import { messagesOf } from "../message.ts";

/** Why a file can't be read as minutes. Nothing is posted from it, and what was posted for it stays as it is. */
export const fileProblems = {
  "file-lfs-pointer":
    "The file is a Git LFS pointer, which Minutebook doesn't follow. Keep minutes out of Git LFS.",
  "file-merge-conflict": "The file has merge conflict markers. Resolve the conflict and push again.",
  "file-symbolic-link":
    "The file is a symbolic link, which Minutebook doesn't follow. Commit the minutes themselves.",
  "file-binary": "The file is binary. Minutes are UTF-8 text.",
  "file-not-utf8": "The file isn't UTF-8. Save it as UTF-8 and push it again.",
  "file-not-a-file": "This is a folder or a submodule, not a file.",
  "file-missing": "The file doesn't exist. Check the path.",
  "file-no-permission": "The file can't be read. Check its permissions.",
  "file-not-readable": "The file can't be read: {error}",
  "file-is-link": "This is a link, which isn't followed here. Name the file it leads to.",
  "file-not-regular": "This is a pipe, socket, or device, not a file. It is skipped.",
  "file-outside": "This is a link that leads out of the folder. It is skipped.",
  "file-too-large":
    "The file is {size} MiB. Minutes can be at most 1 MiB: split it, or take it out of the `minutes` globs.",
  "file-too-costly": "{version} isn't processed: {failure}. Existing posts stay as they are.",
  "file-not-tried":
    "The file isn't processed because {count} other files of the same push couldn't be read. Existing posts stay as they are.",
  "agenda-ahead":
    "This is the agenda of {date}, which is after today. Nothing is posted; push the file again after the meeting.",
  agenda:
    "This is an agenda, and nothing in it shows that the meeting took place. Nothing is posted. If it is minutes, list who attended, or change its title.",
  "file-excessive":
    "The file has {count} {findings}; the limit is {limit}. It isn't processed, and existing posts stay as they are. Split it.",
} as const;

export const fileProblem = messagesOf(fileProblems);

/** Whether a notice is about a file that can't be read. */
export function isFileProblem(code: string): boolean {
  return Object.hasOwn(fileProblems, code);
}
