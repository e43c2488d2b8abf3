import { expect, test } from "@jest/globals";
import { findUnreadable } from "../../src/minutes/unreadable.ts";

test.each([
  [
    "a pointer of Git LFS",
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "file-lfs-pointer",
  ],
  ["a conflict", "# Tea\n\n<<<<<<< HEAD\n- #1\n=======\n- #2\n>>>>>>> branch\n", "file-merge-conflict"],
  [
    "a conflict with other line ends",
    "# Tea\r\n<<<<<<< HEAD\r\n- #1\r\n=======\r\n- #2\r\n>>>>>>> topic\r\n",
    "file-merge-conflict",
  ],
  ["half a conflict", "# Tea\n\n<<<<<<< HEAD\n- #1\n", "file-merge-conflict"],
  ["the other half", "# Tea\n\n- #1\n=======\n- #2\n>>>>>>> 0ff1ce\n", "file-merge-conflict"],
  ["a link out of the repository", "../../elsewhere/minutes.md", "file-symbolic-link"],
  ["a link to the root", "/etc/passwd", "file-symbolic-link"],
  ["a link to a neighbor", "2026-03-16.md", "file-symbolic-link"],
  ["no text", "# Tea\0\n", "file-binary"],
])("%s is not treated as minutes", (_, text, code) => {
  expect(findUnreadable(text)?.code).toBe(code);
});

test.each([
  "# Tea\n\n- #1 is loose\n",
  "",
  "Tea\n=======\n\n- #1",
  "> > > > > > > a long thread\n",
  "- see ../notes/2026.md\n",
  "2026-03-16.md\n",
  "version 2 of the tea\n",
])("minutes are: %j", (text) => {
  expect(findUnreadable(text)).toBeNull();
});
