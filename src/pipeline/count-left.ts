import type { Config } from "../config/config.ts";
import type { GitHub, Head } from "../github/port.ts";
import { isSameName } from "../minutes/repository-name.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Left } from "../plan/input.ts";
import type { Notice } from "../plan/plan.ts";
import { offNotices } from "../plan/policy/off.ts";
import { isReadableByReaders } from "../plan/targets/consent.ts";
import { makeReach } from "./reach.ts";

/** By repository, how much is posted for minutes whose configuration switches something off. None: it switches nothing off. */
export async function countLeft(
  ledger: Pick<Ledger, "find">,
  { mode, comments, actions }: Config,
  source: RepositoryName,
): Promise<readonly Left[]> {
  if (mode !== "off" && comments.enabled && actions.enabled) return [];
  const commented = await ledger.find({ source, kind: "comment" });
  const opened = await ledger.find({ source, kind: "issue" });
  const there = [...commented, ...opened].filter(({ state }) => state === "done");
  // Several meetings may have a part in one comment.
  const posts = new Map(there.map((entry) => [`${entry.kind} ${entry.target} ${entry.id}`, entry]));
  const byTarget = Map.groupBy(posts.values(), ({ target }) => target);
  return [...byTarget].map(([repository, entries]) => ({
    repository,
    comments: entries.filter(({ kind }) => kind === "comment").length,
    issues: entries.filter(({ kind }) => kind === "issue").length,
  }));
}

/** What a configuration switches off, where no minutes are pushed along. */
export async function findOff(
  { github, ledger }: { readonly github: GitHub; readonly ledger: Ledger },
  head: Head,
  config: Config,
): Promise<readonly Notice[]> {
  const left = await countLeft(ledger, config, head.name);
  if (left.length === 0) return offNotices(config, [], () => false);
  const { open } = await github.readContents(
    head.name,
    [],
    makeReach(ledger, { head, config, scope: "all" }),
  );
  const shown = Object.values(open).filter((target) => isReadableByReaders(target, head));
  return offNotices(
    config,
    left,
    (name) => isSameName(name, head.name) || shown.some((target) => isSameName(target.name, name)),
  );
}
