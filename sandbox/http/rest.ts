import { createHash } from "node:crypto";
import { RATE_LIMIT } from "../rest/meta.ts";
import { movedTo, Refusal } from "../world/refusal.ts";
import type { World } from "../world/world.ts";
import type { Answer, Call } from "./answer.ts";
import { authenticate } from "./auth.ts";
import { type Exchange, jsonReply, type Reply } from "./exchange.ts";
import { matchOperation } from "./match.ts";
import { assertAllowed, type Route } from "./route.ts";
import { findAnswerProblems, findUnknownKeys, readBody, readPath, readQuery } from "./validate.ts";

export interface RestOptions {
  readonly world: World;
  /** By the operation's name in GitHub's description. */
  readonly routes: ReadonlyMap<string, Route>;
  /** Whether the sandbox holds its own answers against GitHub's description. */
  readonly checkAnswers: boolean;
  /** Called with problems: operations that GitHub or the sandbox doesn't have, keys that GitHub ignores. */
  readonly report: (problem: string) => void;
}

const DOCS = "https://docs.github.com/rest";

/** `/repositories/123/…` is how GitHub leads on from a former name. */
function resolveById(world: World, path: string): string {
  const [, id, rest = ""] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  if (id === undefined) return path;
  const repository = [...world.repositories.values()].find((one) => one.id === Number(id));
  return repository === undefined ? path : `/repos/${repository.owner.login}/${repository.name}${rest}`;
}

/** Leads on where the path uses a former name of a repository. */
function assertPresentName(
  world: World,
  method: string,
  path: Readonly<Record<string, string | number>>,
  url: URL,
): void {
  const name = `${path.owner}/${path.repo}`.toLowerCase();
  const repository = world.repositories.get(name);
  if (repository === undefined || name === `${repository.owner.login}/${repository.name}`.toLowerCase())
    return;
  const rest = url.pathname.split("/").slice(6).join("/");
  const location = `${world.baseUrl}/api/v3/repositories/${repository.id}${rest === "" ? "" : `/${rest}`}${url.search}`;
  throw movedTo(location, method);
}

/** Answers one REST request. */
export async function answerRest(options: RestOptions, exchange: Exchange): Promise<Reply> {
  const { world, routes, report } = options;
  const { request, url, text, record } = exchange;
  try {
    const actor = await authenticate(world, request.headers.authorization);
    record.installation = actor.kind === "installation" ? actor.installation.id : null;
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    const path = resolveById(world, url.pathname.slice("/api/v3".length));
    const match = matchOperation(method, path);
    if (match === undefined) {
      report(`${method} ${path} is no operation of GitHub's REST API`);
      throw new Refusal(501, `GitHub has no operation ${method} ${path}`);
    }
    const { operation } = match;
    record.operation = operation.id;
    const route = routes.get(operation.key);
    if (route === undefined) {
      report(`the sandbox does not know ${operation.id} (${operation.key})`);
      throw new Refusal(501, `The sandbox does not know ${operation.id} (${operation.key})`);
    }
    const call: Call = {
      world,
      actor,
      operation,
      path: readPath(operation, match.path),
      query: readQuery(operation, url.searchParams),
      body: readBody(operation, text),
      accept: String(request.headers.accept ?? ""),
      url: new URL(url.pathname + url.search, world.baseUrl),
    };
    assertPresentName(world, method, call.path, url);
    assertAllowed(call, route);
    for (const key of findUnknownKeys(operation, call.body))
      report(`${operation.id}: GitHub ignores "${key}" in the body`);
    const answer = await route.handle(call);
    if (options.checkAnswers && !Buffer.isBuffer(answer.body)) {
      for (const problem of findAnswerProblems(operation, answer.status, plain(answer.body))) report(problem);
    }
    return reply(exchange, answer, world.now());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    record.message = error.message;
    return refuse(error, world.now());
  }
}

function plain(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body));
}

function limitHeaders(resource: string, now: Date): Record<string, string> {
  return {
    date: now.toUTCString(),
    "x-github-media-type": "github.v3; format=json",
    "x-github-enterprise-version": "enterprise-server@3.19.0",
    "x-ratelimit-limit": String(RATE_LIMIT),
    "x-ratelimit-remaining": String(RATE_LIMIT - 1),
    "x-ratelimit-used": "1",
    "x-ratelimit-resource": resource,
  };
}

/** The answer with GitHub's headers; 304 where the asker has it already. */
function reply({ request }: Exchange, answer: Answer, now: Date): Reply {
  const headers = { ...limitHeaders("core", now), ...answer.headers };
  if (answer.body === undefined) return { status: answer.status, headers, body: "" };
  const made = Buffer.isBuffer(answer.body)
    ? { status: answer.status, headers, body: answer.body }
    : jsonReply(answer.status, answer.body, headers);
  if (request.method !== "GET" || answer.status !== 200) return made;
  // GitHub's tags are of one token and one media type: another token is answered in full.
  const { authorization = "", accept = "" } = request.headers;
  const etag = `W/"${createHash("sha256").update(`${authorization}\n${accept}\n`).update(made.body).digest("hex")}"`;
  if (request.headers["if-none-match"] === etag)
    return { status: 304, headers: { ...headers, etag }, body: "" };
  return { ...made, headers: { ...made.headers, etag } };
}

function refuse(error: Refusal, now: Date): Reply {
  const errors = error.errors.length === 0 ? {} : { errors: error.errors };
  const body = { message: error.message, ...errors, documentation_url: DOCS, status: String(error.status) };
  return jsonReply(error.status, body, { ...limitHeaders("core", now), ...error.headers });
}
