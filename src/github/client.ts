import type { Endpoints } from "@octokit/types";
import type { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import type { GraphQLAnswer, GraphQLError } from "./graphql-answer.ts";
import { isClearRefusal } from "./graphql-answer.ts";
import { readAnswer, UnansweredError } from "./read-answer.ts";
import { type Identity, isTooMuch, translateError } from "./translate-error.ts";

/** As much of an Octokit as is used. Probot's and `@octokit/rest`'s both are. */
export interface OctokitLike {
  /** @param isSound - Whether an answer may be kept. */
  request(
    route: string,
    parameters?: Record<string, unknown>,
    isSound?: (data: unknown) => boolean,
  ): Promise<OctokitAnswer>;
  graphql(query: string, variables?: Record<string, unknown>): Promise<unknown>;
}

/** An answer of REST. */
export interface OctokitAnswer {
  readonly data: unknown;
  readonly headers: {
    readonly link?: string | undefined;
    readonly date?: string | undefined;
    readonly etag?: string | undefined;
  };
}

type Route = keyof Endpoints;

/** One page of a list. */
export interface Page<T> {
  readonly data: T;
  /** The query of the next page. null: it is the last. */
  readonly next: URLSearchParams | null;
  /** GitHub's clock when it answered, as an ISO instant. null: it did not say. */
  readonly date: string | null;
}

/**
 * GitHub under one identity: an installation of the app, the app itself or a person's token. Each request says what
 * of the answer is used; one that does not fit is asked for once more, and then is an `UnansweredError`.
 */
export interface Client {
  /** Asks. Tried again on 5xx. */
  get<R extends Route, T>(route: R, parameters: Endpoints[R]["parameters"], answer: z.ZodType<T>): Promise<T>;
  /** Asks for a page of a list. */
  page<R extends Route, T>(
    route: R,
    parameters: Endpoints[R]["parameters"],
    answer: z.ZodType<T>,
  ): Promise<Page<T>>;
  /** Changes something. Tried once: who calls it knows how to find out what became of it. */
  write<R extends Route, T>(
    route: R,
    parameters: Endpoints[R]["parameters"],
    answer: z.ZodType<T>,
  ): Promise<T>;
  /**
   * Asks GraphQL.
   *
   * @param read - Takes what was asked out of the answer, in which some places may be refused.
   */
  query<T>(text: string, variables: Record<string, unknown>, read: (answer: GraphQLAnswer) => T): Promise<T>;
  /** Changes something through GraphQL. Any error is thrown. */
  mutate<T>(text: string, variables: Record<string, unknown>, answer: z.ZodType<T>): Promise<T>;
}

const ONCE = { request: { retries: 0 } };

/**
 * Wraps an Octokit. All errors that it throws are `GitHubError`s.
 *
 * @param identity - Says who has to grant a permission that is missing.
 */
export function makeClient(octokit: OctokitLike, identity: Identity = "app"): Client {
  const send = async <T>(
    route: string,
    parameters: Record<string, unknown>,
    answer: z.ZodType<T>,
    writes: boolean,
  ): Promise<Page<T>> => {
    try {
      const isSound = (data: unknown) => answer.safeParse(data).success;
      const { data, headers } = await octokit.request(route, parameters, isSound);
      const date = toInstant(headers.date);
      return { data: readAnswer(answer, data, route, writes), next: findNext(headers.link), date };
    } catch (error) {
      throw translateError(error, writes, identity);
    }
  };
  const ask = <T>(route: string, parameters: Record<string, unknown>, answer: z.ZodType<T>) =>
    twice(() => send(route, { ...parameters }, answer, false));
  return {
    get: async (route, parameters, answer) => (await ask(route, parameters, answer)).data,
    page: (route, parameters, answer) => ask(route, parameters, answer),
    write: async (route, parameters, answer) =>
      (await send(route, { ...parameters, ...ONCE }, answer, true)).data,
    query: (text, variables, read) =>
      twice(async () => read(await queryOnce(octokit, text, variables, identity))),
    async mutate(text, variables, answer) {
      try {
        const data = await octokit.graphql(text, { ...variables, ...ONCE });
        return readAnswer(answer, data, "a mutation", true);
      } catch (error) {
        throw translateError(error, true, identity);
      }
    },
  };
}

/**
 * Errors that say clearly what they are about come with the rest of the answer; with any other, nothing can be
 * trusted.
 */
async function queryOnce(
  octokit: OctokitLike,
  text: string,
  variables: Record<string, unknown>,
  identity: Identity,
): Promise<GraphQLAnswer> {
  try {
    const data = await octokit.graphql(text, variables);
    if (typeof data === "object" && data !== null) return { data: { ...data }, errors: [] };
  } catch (error) {
    const { data, errors } = error as { data?: object | null; errors?: readonly GraphQLError[] };
    if (data === undefined || data === null || errors === undefined)
      throw translateError(error, false, identity);
    if (errors.every(isClearRefusal)) return { data: { ...data }, errors };
    const translated = translateError(error, false, identity);
    if (translated.retryAfterSeconds !== null || isTooMuch(errors)) throw translated;
    throw new UnansweredError(gitHubMessage("answer-partial", { answer: translated.message }));
  }
  throw new UnansweredError(gitHubMessage("answer-empty"));
}

/** Once more where it was not answered. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UnansweredError) || error.retryAfterSeconds !== null) throw error;
    return ask();
  }
}

/** From `<https://…?cursor=v1_2>; rel="next"`. */
function findNext(link: string | undefined): URLSearchParams | null {
  const [, url] = /<([^<>]*)>; ?rel="next"/.exec(link ?? "") ?? [];
  return url === undefined ? null : new URL(url).searchParams;
}

/** From `Mon, 05 Jan 2026 09:00:00 GMT`. */
function toInstant(date: string | undefined): string | null {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
