import { placePath } from "../../config/place-path.ts";
import { readingOptions, type ReadingContext } from "../../config/reading-options.ts";
import { fileRepository } from "../../config/series.ts";
import type { Config } from "../../config/config.ts";
import type { FileChange } from "../../github/port.ts";
import type { Meeting, RepositoryName } from "../../minutes/meeting.ts";
import { readerFor } from "../../minutes/reader-for.ts";
import type { MinutesChange, PlanInput } from "../../plan/input.ts";
import { editMinutes } from "../write-back/edit-minutes.ts";
import { findEdits, type EditContext } from "../write-back/find-edits.ts";
import { impliedSteps } from "../implied-steps.ts";
import { findMinutes } from "../find-minutes.ts";
import { pack, type Packed, unpack } from "./packed.ts";

/** One file of minutes, before and after, as it goes from worker to worker. */
export interface PackedChange extends Omit<MinutesChange, "meeting" | "previous"> {
  readonly meeting: Packed<Meeting> | null;
  readonly previous: Packed<Meeting> | null;
}

/** Everything that a plan is made from, with its minutes packed. */
export interface PackedInput extends Omit<PlanInput, "files"> {
  readonly files: readonly PackedChange[];
}

/** One file to read. */
export interface FileText {
  readonly path: string;
  readonly text: string;
  readonly config: Config;
  readonly context: ReadingContext;
}

/** What is ready to be run on the spot: all that has to be loaded is. */
type Ready<Result> = () => Result;

/**
 * All work on texts that anybody may have written. Each takes and gives plain data. A thread loads what it needs for a
 * task when it is first asked for one, so that a new one reads soon; only then the work itself begins.
 */
export const tasks = {
  async readConfig({ text, path }: { readonly text: string; readonly path: string }) {
    const { readConfig } = await import("../../config/read-config.ts");
    return () => readConfig(text, path);
  },

  /** Which files a configuration's globs name. */
  async findMinutes(asked: { readonly config: Config; readonly files: readonly FileChange[] }) {
    return () => findMinutes(asked.config, asked.files);
  },

  /** Where files are in a repository that they were copied out of; null: they are no minutes. */
  async placeFiles({ config, names }: { readonly config: Config; readonly names: readonly string[] }) {
    return () => names.map((name) => placePath(config, name));
  },

  async readMinutes(file: FileText) {
    const read = await readText(file);
    return () => pack(read());
  },

  /** The day of a meeting alone, or why nothing may be posted from its file. */
  async readDate(file: FileText) {
    const read = await readText(file);
    const { describeMeetings } = await import("../../minutes/dates/describe-meetings.ts");
    return () => {
      const { date, meetings } = read();
      return { date, problem: meetings.length > 1 ? describeMeetings(meetings).text : null };
    };
  },

  async snapshotRequest({
    files,
    ...rest
  }: Pick<PackedInput, "config" | "files" | "today"> & { repository: RepositoryName }) {
    const { snapshotRequest } = await import("../../plan/snapshot-request.ts");
    return () => snapshotRequest({ ...rest, files: files.map(unpackChange) });
  },

  async withdrawalRequest({ files, ...rest }: PackedInput) {
    const { withdrawalRequest } = await import("../../plan/withdraw/request.ts");
    return () => withdrawalRequest({ ...rest, files: files.map(unpackChange) });
  },

  /** What to look up before something can be taken back. */
  async undoRequest({
    files,
    ...rest
  }: Pick<PackedInput, "config" | "files"> & {
    repository: RepositoryName;
    open: readonly RepositoryName[];
  }) {
    const { undoRequest } = await import("../../plan/undo/request.ts");
    return () => undoRequest({ ...rest, files: files.map(unpackChange) });
  },

  async makePlan({ files, ...rest }: PackedInput) {
    const { makePlan } = await import("../../plan/make-plan.ts");
    return () => makePlan({ ...rest, files: files.map(unpackChange) });
  },

  /** The issues that a plan would open for actions that no mark names, if somebody asked for them. */
  async impliedSteps({ files, ...rest }: PackedInput) {
    const { makePlan } = await import("../../plan/make-plan.ts");
    return () => impliedSteps(makePlan, { ...rest, files: files.map(unpackChange) });
  },

  /** Minutes with the links to their issues. */
  async editMinutes({ source, meeting, minutes: { path, config, repository }, context }: EditRequest) {
    return () => {
      const home = fileRepository(config, path, repository);
      return editMinutes(source, findEdits(unpack(meeting), { ...context, home }));
    };
  },
};

export interface EditRequest {
  readonly source: string;
  readonly meeting: Packed<Meeting>;
  readonly minutes: { readonly path: string; readonly config: Config; readonly repository: RepositoryName };
  readonly context: Omit<EditContext, "home">;
}

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskResult<Name extends TaskName> = ReturnType<Awaited<ReturnType<(typeof tasks)[Name]>>>;

/** Loads what a task needs. What comes back does the work. */
export function load<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
): Promise<Ready<TaskResult<Name>>> {
  const task = tasks[name] as (input: TaskInput<Name>) => Promise<Ready<TaskResult<Name>>>;
  return task(input);
}

async function readText({ path, text, config, context }: FileText): Promise<Ready<Meeting>> {
  const read = await readerFor(path);
  return () => read(path, text, readingOptions(config, path, context));
}

function unpackChange({ meeting, previous, ...change }: PackedChange): MinutesChange {
  return {
    ...change,
    meeting: meeting === null ? null : unpack(meeting),
    previous: previous === null ? null : unpack(previous),
  };
}
