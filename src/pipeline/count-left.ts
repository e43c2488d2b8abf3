import type { Config } from "../config/config.ts";
import { allConfigs, configFor } from "../config/series.ts";
import type { GitHub, Head } from "../github/port.ts";
import { isSameName } from "../minutes/repository-name.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { RepositoryName } from "../minutes/meeting.ts";
import type { Left } from "../plan/input.ts";
import { pathOfCommentKey, pathOfIssueKey } from "../plan/keys.ts";
import type { Notice } from "../plan/plan.ts";
import { offNotices } from "../plan/policy/off.ts";
import { isReadableByReaders } from "../plan/targets/consent.ts";
import { makeReach } from "./reach.ts";

/** By repository, how much is posted of what the configuration switches off, for all minutes or for a series. */
export async function countLeft(
  ledger: Pick<Ledger, "find">,
  config: Config,
  source: RepositoryName,
): Promise<readonly Left[]> {
  if (config.mode !== "off" && allConfigs(config).every(isOn)) return [];
  const commented = await ledger.find({ source, kind: "comment" });
  const opened = await ledger.find({ source, kind: "issue" });
  const there = [...commented, ...opened].filter((entry) => entry.state === "done" && isOff(entry, config));
  // Several meetings may have a part in one comment.
  const posts = new Map(there.map((entry) => [`${entry.kind} ${entry.target} ${entry.id}`, entry]));
  const byTarget = Map.groupBy(posts.values(), ({ target }) => target);
  return [...byTarget].map(([repository, entries]) => ({
    repository,
    comments: entries.filter(({ kind }) => kind === "comment").length,
    issues: entries.filter(({ kind }) => kind === "issue").length,
  }));
}

function isOn({ comments, actions }: Config): boolean {
  return comments.enabled && actions.enabled;
}

function isOff({ kind, key }: LedgerEntry, config: Config): boolean {
  const own = configFor(config, pathOfCommentKey(key) ?? pathOfIssueKey(key) ?? "");
  return config.mode === "off" || !(kind === "comment" ? own.comments : own.actions).enabled;
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
