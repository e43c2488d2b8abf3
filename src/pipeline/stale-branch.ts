/**
 * Whether GitHub still shows a branch as it was before a push. Right after a push its copies may lag behind by seconds;
 * or the push was undone before it was received. The app tries again until it is sure; a workflow believes its event.
 */
export function isStale({ shown, before, pushed }: Branch): boolean {
  return pushed !== null && pushed !== before && (shown === null || shown === before);
}

interface Branch {
  /** The commit at the head of the branch, as GitHub shows it. null: the branch is empty. */
  readonly shown: string | null;
  /** The commit before the push. null: the branch was empty. */
  readonly before: string | null;
  /** The commit that was pushed. null: it is not known. */
  readonly pushed: string | null;
}
