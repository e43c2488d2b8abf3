import { findMarker } from "../marker.ts";
import type { CommentStep } from "../plan.ts";
import type { KnownThread, OwnComment } from "../snapshot.ts";

/**
 * Comments as they will be once the steps that are planned already are done, so that the next file is planned on
 * these.
 */
export class PlannedComments {
  /** By id. null: it will be deleted. */
  readonly #changed = new Map<string, string | null>();
  /** By thread. */
  readonly #created = new Map<string, OwnComment[]>();

  /** Our comments on a thread, oldest first. */
  readonly on = (thread: KnownThread): readonly OwnComment[] => {
    const created = this.#created.get(nameOf(thread)) ?? [];
    return [...thread.comments, ...created].flatMap((comment) => {
      const body = this.#changed.get(String(comment.id));
      if (body === null) return [];
      return [body === undefined ? comment : { ...comment, body }];
    });
  };

  add(steps: readonly CommentStep[]): void {
    for (const { action, commentId, body, key, target } of steps) {
      if (action === "delete" && commentId !== null) this.#changed.set(String(commentId), null);
      if (body === null || (action !== "create" && action !== "update")) continue;
      if (commentId !== null) this.#changed.set(String(commentId), body);
      else {
        const name = nameOf(target);
        const comment = {
          id: `${PENDING}${key}`,
          url: "",
          body,
          minimized: false,
          reactions: 0,
          answered: false,
        };
        this.#created.set(name, [...(this.#created.get(name) ?? []), comment]);
      }
    }
  }
}

/** How the ids of comments begin that will be posted by an earlier step of the same plan. */
const PENDING = "planned:";

function nameOf({ repository, number }: { readonly repository: string; readonly number: number }): string {
  return `${repository.toLowerCase()}#${number}`;
}

/**
 * One step for each comment, where several files have a part in it: what the last of them makes of it. The others'
 * keys go with it.
 */
export function oneStepEach(steps: readonly CommentStep[]): readonly CommentStep[] {
  const groups = Map.groupBy(steps, (step) => commentOf(step));
  return [...groups.values()].flatMap((group) => {
    const writes = group.filter(({ action }) => action !== "keep" && action !== "skip");
    const [first] = writes;
    const last = writes.at(-1);
    if (first === undefined || last === undefined || writes.length === 1) return group;
    return [...group.filter((step) => !writes.includes(step)), ...merged(first, last, writes)];
  });
}

/** Steps without a comment are on their own. */
function commentOf({ key, commentId }: CommentStep): string {
  if (commentId === null) return `${PENDING}${key}`;
  return String(commentId);
}

function merged(
  first: CommentStep,
  last: CommentStep,
  writes: readonly CommentStep[],
): readonly CommentStep[] {
  const keys = [...new Set(writes.map(({ key }) => key))];
  const isNew = first.commentId === null;
  if (last.action === "delete") {
    if (isNew) return [];
    return [{ ...last, also: keys.filter((key) => key !== last.key) }];
  }
  // A comment is looked for by its marker's key if the answer to its creation is lost. Others may have edited the
  // marker.
  const marked = findMarker(last.body ?? "")?.key;
  const key = marked !== undefined && keys.includes(marked) ? marked : last.key;
  const also = keys.filter((other) => other !== key);
  const left = writes.flatMap(({ leaves = [] }) => leaves);
  const leaves = left.length === 0 ? {} : { leaves: left };
  return [
    {
      ...last,
      key,
      ...(isNew ? { action: "create", commentId: null, commentUrl: null } : {}),
      also,
      ...leaves,
    },
  ];
}
