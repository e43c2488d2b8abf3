/**
 * What happens between two quiet points.
 *
 * - `burst`: pushes right after one another, to several repositories, each file at most once.
 * - `rename`, `delete`, `force`, `configure`: one push of this kind.
 * - `move`: a repository of minutes gets another name, or its first one back.
 * - `person`: somebody comments, closes, reopens, edits, hides or deletes something.
 * - `undo`: somebody takes back what was posted for a file.
 */
export type BeatKind = "burst" | "rename" | "delete" | "force" | "configure" | "move" | "person" | "undo";

/** What it does exactly is drawn from its own seed, so that it stays the same when others are left out. */
export interface Beat {
  readonly kind: BeatKind;
  readonly seed: number;
}

/**
 * What only the ledger knows cannot outlive it: that a person deleted one of its comments or took it back, and which
 * pushes still wait for approval. So a story has either these or a ledger that is lost now and then.
 */
export type Mood = "ledger is lost" | "people delete";

/**
 * How comments are posted in a story: one a meeting, or several meetings in one. Which are in one depends on how many
 * pushes a plan is for, so that two worlds in which the same happened may group them otherwise.
 */
export type CommentStyle = "meeting" | "thread";
