import type { Actor } from "../world/entities.ts";
import { listed, type World } from "../world/world.ts";
import type { Operation } from "./openapi.ts";

/** A REST request, read and checked. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string | number>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** The `accept` header. */
  readonly accept: string;
  /** As asked, with `/api/v3`. */
  readonly url: URL;
}

export interface Answer {
  readonly status: number;
  /** Becomes JSON, unless it is a Buffer. undefined: none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export function noContent(): Answer {
  return { status: 204 };
}

/** A body whose shape GitHub's description has checked. */
export function bodyOf<T>(call: Call): T {
  return call.body as T;
}

/** One page of a list, with the `link` header that leads to the others. */
export function paginate<T>(call: Call, items: readonly T[], shape: (item: T) => unknown): Answer {
  const { slice, headers } = pageOf(call, items);
  return { status: 200, body: slice.map(shape), headers };
}

/** As `paginate`, within an object that counts. */
export function paginateIn<T>(
  call: Call,
  key: string,
  items: readonly T[],
  shape: (item: T) => unknown,
): Answer {
  const { slice, headers } = pageOf(call, items);
  return { status: 200, body: { total_count: items.length, [key]: slice.map(shape) }, headers };
}

function pageOf<T>(call: Call, all: readonly T[]): { slice: readonly T[]; headers: Record<string, string> } {
  const items = listed(call.world, all);
  const perPage = Math.min(100, Math.max(1, Number(call.query.per_page ?? 30)));
  const page = Math.max(1, Number(call.query.page ?? 1));
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const links: string[] = [];
  const link = (to: number, rel: string): void => {
    const url = new URL(call.url);
    url.searchParams.set("page", String(to));
    links.push(`<${url.href}>; rel="${rel}"`);
  };
  if (page > 1) link(page - 1, "prev");
  if (page < last) link(page + 1, "next");
  if (page < last) link(last, "last");
  if (page > 1) link(1, "first");
  const slice = items.slice((page - 1) * perPage, page * perPage);
  return { slice, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}
