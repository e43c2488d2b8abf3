import { commandLineError } from "../../messages/command-line-errors.ts";
import type { UndoKind, UndoScope } from "../../plan/undo/scope.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";

/** What `minutebook undo` is called with. */
export interface UndoOptions {
  /** A commit's id, or how it begins. */
  readonly push?: string;
  /** A day, ISO. */
  readonly since?: string;
  readonly all: boolean;
  readonly only?: readonly UndoKind[];
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly app: boolean;
  readonly repository?: string;
}

/**
 * What is to be taken back.
 *
 * @param paths - In the repository; none: no files are named.
 * @throws CliError where nothing is named, or all and a part of it
 */
export function scopeOf(paths: readonly string[], { push, since, all, only }: UndoOptions): UndoScope {
  const isPart = paths.length > 0 || push !== undefined || since !== undefined;
  if (!isPart && !all) throw new CliError(commandLineError("nothing-to-undo"), exitCodes.usage);
  if (isPart && all) throw new CliError(commandLineError("all-and-a-part"), exitCodes.usage);
  return {
    commit: push ?? null,
    paths: paths.length === 0 ? null : paths,
    since: since ?? null,
    only: only ?? null,
  };
}
