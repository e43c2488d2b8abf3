import { LRUCache } from "lru-cache";
import type { OctokitAnswer, OctokitLike } from "./client.ts";

/**
 * GitHub's answers, kept to be asked whether they still hold: what has not changed costs nothing of the hourly limit.
 */
export type KnownAnswers = LRUCache<string, KnownAnswer>;

interface KnownAnswer {
  readonly etag: string;
  readonly answer: OctokitAnswer;
  /** In characters of JSON. */
  readonly size: number;
}

/** All answers together, in characters of JSON; the least used goes first. */
const MAX_SIZE = 8 * 1024 * 1024;

/** A longer answer is not worth its room. */
const MAX_ANSWER_SIZE = 512 * 1024;

/** GitHub's tags hold for one token only, and tokens of installations live for an hour. */
const MAX_AGE_MS = 60 * 60 * 1000;

/** @param maxSize - Of all answers together, in characters of JSON. */
export function createKnownAnswers(maxSize: number = MAX_SIZE): KnownAnswers {
  return new LRUCache<string, KnownAnswer>({
    maxSize,
    maxEntrySize: Math.min(MAX_ANSWER_SIZE, maxSize),
    sizeCalculation: ({ size }) => size,
    ttl: MAX_AGE_MS,
  });
}

/**
 * An Octokit that asks by REST only for what changed: it names the answer that it has, and GitHub answers with 304
 * where that still holds. An answer that is kept is never used without having asked, and none that is not sound is
 * kept.
 *
 * @param scope - Whose answers these are: what one identity may read another may not.
 */
export function askWithTags(octokit: OctokitLike, answers: KnownAnswers, scope: string): OctokitLike {
  return {
    graphql: (query, variables) => octokit.graphql(query, variables),
    async request(route, parameters = {}, isSound = () => true) {
      if (!route.startsWith("GET ")) return octokit.request(route, parameters, isSound);
      const key = JSON.stringify([scope, route, Object.entries(parameters).toSorted()]);
      const known = answers.get(key);
      try {
        const headers = known === undefined ? {} : { headers: { "if-none-match": known.etag } };
        const answer = await octokit.request(route, { ...parameters, ...headers });
        if (isSound(answer.data)) keep(answers, key, answer);
        else answers.delete(key);
        return answer;
      } catch (error) {
        const headers = known === undefined ? null : headersOfUnchanged(error);
        if (known === undefined || headers === null) throw error;
        return { ...known.answer, headers: { ...known.answer.headers, ...headers } };
      }
    },
  };
}

function keep(answers: KnownAnswers, key: string, answer: OctokitAnswer): void {
  const { etag, link } = answer.headers;
  if (etag === undefined) answers.delete(key);
  else {
    const kept = { data: answer.data, headers: link === undefined ? {} : { link } };
    answers.set(key, { etag, answer: kept, size: JSON.stringify(kept).length });
  }
}

/** To Octokit 304 is an error. null: this one is another. */
function headersOfUnchanged(error: unknown): OctokitAnswer["headers"] | null {
  const { status, response } = error as {
    readonly status?: number;
    readonly response?: { readonly headers: OctokitAnswer["headers"] };
  };
  return status === 304 ? (response?.headers ?? {}) : null;
}
