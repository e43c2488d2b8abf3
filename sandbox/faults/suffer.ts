import type { Exchange, Reply } from "../http/exchange.ts";
import { findRepository, type World } from "../world/world.ts";
import type { FaultKind, Incoming } from "./fault.ts";
import { emptied, failed, primaryLimit, secondaryLimit } from "./replies.ts";
import { leaveOut, spoil } from "./spoil.ts";

/** A request that something goes wrong with. */
export interface Sufferer {
  readonly world: World;
  readonly exchange: Exchange;
  readonly incoming: Incoming;
  readonly answer: () => Promise<Reply>;
  /** Resolves when all that hangs is let go. */
  readonly waitForever: () => Promise<void>;
}

/** Lets a request suffer a fault. null: it gets no answer. */
export async function suffer(fault: FaultKind, sufferer: Sufferer): Promise<Reply | null> {
  const { world, exchange, incoming, answer, waitForever } = sufferer;
  switch (fault.kind) {
    case "primary-limit":
      return primaryLimit(incoming, fault.reset ?? new Date(Date.now() + (fault.resetInS ?? 60) * 1000));
    case "secondary-limit":
      return secondaryLimit(fault.retryAfter ?? fault.retryAfterS ?? 60, fault.status ?? 403);
    case "empty":
      return emptied(await answer());
    case "stale":
      return staleHeads(world, answer);
    case "spoiled":
      return spoil(await answer(), fault.as);
    case "partial":
      return incoming.operation === "graphql" ? leaveOut(await answer(), fault) : answer();
    case "revoke":
      world.tokens.delete(exchange.request.headers.authorization?.split(/\s+/)[1] ?? "");
      return answer();
    case "redirect":
      return redirect(sufferer, fault.status);
    case "call": {
      await fault.before?.();
      const reply = await answer();
      await fault.after?.();
      return reply;
    }
    default:
      if (fault.when === "after") await answer();
      if (fault.kind === "error") return failed(fault.status ?? 502, fault.message);
      if (fault.kind === "hang") await waitForever();
      return null;
  }
}

/** Answers as if no default branch had moved last. */
async function staleHeads(world: World, answer: () => Promise<Reply>): Promise<Reply> {
  const moved = [...new Set(world.repositories.values())].flatMap(({ refs, formerRefs, defaultBranch }) => {
    const ref = `refs/heads/${defaultBranch}`;
    const [now, former] = [refs.get(ref), formerRefs.get(ref)];
    return now === undefined || former === undefined ? [] : [{ refs, ref, now, former }];
  });
  for (const { refs, ref, former } of moved) refs.set(ref, former);
  try {
    return await answer();
  } finally {
    // What was pushed meanwhile stays.
    for (const { refs, ref, now, former } of moved) if (refs.get(ref) === former) refs.set(ref, now);
  }
}

/** To the repository's address by its id, as after a rename. Other requests are answered as they are. */
async function redirect({ world, exchange, answer }: Sufferer, status: number): Promise<Reply> {
  const { pathname, search } = exchange.url;
  const [, name = "", rest = ""] = /^\/api\/v3\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(pathname) ?? [];
  const repository = findRepository(world, name);
  if (repository === undefined) return answer();
  const location = `${world.baseUrl}/api/v3/repositories/${repository.id}${rest}${search}`;
  const reply = failed(status, "Moved Permanently");
  return { ...reply, headers: { ...reply.headers, location } };
}
