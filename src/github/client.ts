import type { Endpoints } from "@octokit/types";
import type { GitHubError } from "./errors.ts";
import { type Identity, PASSING_TYPES, translateError } from "./translate-error.ts";

/** As much of an Octokit as is used. Probot's and `@octokit/rest`'s both are. */
export interface OctokitLike {
  request(route: string, parameters?: Record<string, unknown>): Promise<OctokitAnswer>;
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

/** An answer of GraphQL, which may be there in part: each error names the place that it left empty. */
export interface GraphQLAnswer<T> {
  readonly data: T;
  readonly errors: readonly GraphQLError[];
}

export interface GraphQLError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** GitHub under one identity: an installation of the app, the app itself or a person's token. */
export interface Client {
  /** Asks. Tried again on 5xx. */
  get<R extends Route>(
    route: R,
    parameters: Endpoints[R]["parameters"],
  ): Promise<Endpoints[R]["response"]["data"]>;
  /** Asks for a page of a list. */
  page<R extends Route>(
    route: R,
    parameters: Endpoints[R]["parameters"],
  ): Promise<Page<Endpoints[R]["response"]["data"]>>;
  /** Changes something. Tried once: who calls it knows how to find out what became of it. */
  write<R extends Route>(
    route: R,
    parameters: Endpoints[R]["parameters"],
  ): Promise<Endpoints[R]["response"]["data"]>;
  /** Asks GraphQL. Errors that leave the rest of the answer whole come back with it. */
  query<T>(text: string, variables: Record<string, unknown>): Promise<GraphQLAnswer<T>>;
  /** Changes something through GraphQL. Any error is thrown. */
  mutate<T>(text: string, variables: Record<string, unknown>): Promise<T>;
}

const ONCE = { request: { retries: 0 } };

/**
 * Wraps an Octokit. All errors that it throws are `GitHubError`s.
 *
 * @param identity - Says who has to grant a permission that is missing.
 */
export function makeClient(octokit: OctokitLike, identity: Identity = "app"): Client {
  const send = async (request: () => Promise<OctokitAnswer>, writes: boolean): Promise<OctokitAnswer> => {
    try {
      return await request();
    } catch (error) {
      throw translateError(error, writes, identity);
    }
  };
  return {
    async get<R extends Route>(route: R, parameters: Endpoints[R]["parameters"]) {
      return (await send(() => octokit.request(route, { ...parameters }), false)).data as Answer<R>;
    },
    async page<R extends Route>(route: R, parameters: Endpoints[R]["parameters"]) {
      const { data, headers } = await send(() => octokit.request(route, { ...parameters }), false);
      return { data: data as Answer<R>, next: findNext(headers.link), date: toInstant(headers.date) };
    },
    async write<R extends Route>(route: R, parameters: Endpoints[R]["parameters"]) {
      return (await send(() => octokit.request(route, { ...parameters, ...ONCE }), true)).data as Answer<R>;
    },
    async query<T>(text: string, variables: Record<string, unknown>) {
      try {
        return { data: (await octokit.graphql(text, variables)) as T, errors: [] };
      } catch (error) {
        const partial = findPartialAnswer<T>(error);
        if (partial !== null) return partial;
        throw translateError(error, false, identity);
      }
    },
    async mutate<T>(text: string, variables: Record<string, unknown>) {
      try {
        return (await octokit.graphql(text, { ...variables, ...ONCE })) as T;
      } catch (error) {
        throw translateError(error, true, identity) satisfies GitHubError;
      }
    },
  };
}

type Answer<R extends Route> = Endpoints[R]["response"]["data"];

/** From `<https://…?cursor=v1_2>; rel="next"`. */
function findNext(link: string | undefined): URLSearchParams | null {
  const [, url] = /<([^>]*)>;\s*rel="next"/.exec(link ?? "") ?? [];
  return url === undefined ? null : new URL(url).searchParams;
}

/** From `Mon, 05 Jan 2026 09:00:00 GMT`. */
function toInstant(date: string | undefined): string | null {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Errors with a type (`NOT_FOUND`, `FORBIDDEN`) concern one field; without one the whole answer cannot be trusted. */
function findPartialAnswer<T>(error: unknown): GraphQLAnswer<T> | null {
  const { data, errors } = error as { data?: T | null; errors?: readonly GraphQLError[] };
  if (data === undefined || data === null || errors === undefined) return null;
  if (errors.some(({ type }) => type === undefined || PASSING_TYPES.has(type))) return null;
  return { data, errors };
}
