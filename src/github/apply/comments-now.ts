import type { CommentStep, Step } from "../../plan/plan.ts";
import type { FoundPost, GitHub, PostId } from "../port.ts";

/** So old may an answer be, in milliseconds. */
const MAX_AGE_MS = 5_000;

/** So many threads are asked about at once. */
const MOST = 50;

/** Reads our comments right before they are deleted: those of the next steps along with the first. */
export class CommentsNow {
  readonly #github: Pick<GitHub, "findComments">;
  readonly #now: () => number;
  #next: readonly CommentStep[];
  #read: { readonly at: number; readonly of: readonly CommentStep[]; readonly posts: readonly FoundPost[] };

  /** @param now - Milliseconds of whatever clock. */
  constructor(github: Pick<GitHub, "findComments">, steps: readonly Step[], now: () => number) {
    this.#github = github;
    this.#now = now;
    this.#next = steps.flatMap((step) => (step.kind === "comment" && isForWantOfAnswers(step) ? step : []));
    this.#read = { at: Number.NEGATIVE_INFINITY, of: [], posts: [] };
  }

  /** Whether people answered what is to be deleted because nobody did, or reacted to it. */
  async isTouched(step: CommentStep, id: PostId): Promise<boolean> {
    if (!isForWantOfAnswers(step)) return false;
    const isFresh = this.#now() - this.#read.at < MAX_AGE_MS && this.#read.of.includes(step);
    if (!isFresh) {
      const of = [step, ...this.#next.filter((other) => other !== step)].slice(0, MOST);
      const posts = await this.#github.findComments(of.map(({ target }) => target));
      this.#read = { at: this.#now(), of, posts };
    }
    this.#next = this.#next.filter((other) => other !== step);
    return this.#read.posts.some((post) => String(post.id) === String(id) && post.isTouched === true);
  }
}

/** A duplicate is deleted whatever people did. */
function isForWantOfAnswers({ action, key }: CommentStep): boolean {
  return action === "delete" && !key.includes("#duplicate-");
}
