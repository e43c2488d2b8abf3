import * as core from "@actions/core";
import { breakCommands, logLine } from "../plan/media/actions-log.ts";
import type { Markdown } from "../plan/media/markdown.ts";

/** What the run says to its runner. All goes through here, so that nothing from others is treated as a command. */

/** Where something is annotated, and under which title. */
export interface Place {
  readonly file?: string;
  readonly startLine?: number;
  readonly title: string;
}

const ANNOTATE = { failure: core.error, warning: core.warning, notice: core.notice } as const;

export function annotate(level: keyof typeof ANNOTATE, message: string, place: Place): void {
  const { file, ...rest } = place;
  const properties = file === undefined ? rest : { ...rest, file: breakCommands(file) };
  ANNOTATE[level](breakCommands(message), properties);
}

/** A line of the log. */
export function say(text: string): void {
  core.info(logLine(text));
}

export function sayDebug(text: string): void {
  core.debug(logLine(text));
}

/** A warning at no place. */
export function warn(text: string): void {
  core.warning(logLine(text));
}

/** Lets the run fail, with lines that say why. */
export function fail(lines: readonly string[]): void {
  core.setFailed(lines.map((line) => line.split("\n").map(logLine).join("\n")).join("\n"));
}

/** A runner that keeps no summary is none of the run's business. */
export async function writeSummary(markdown: Markdown): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return;
  await core.summary.addRaw(markdown, true).write();
}

/** An output; its value goes into a file, where no line of it is a command. */
export function output(name: string, value: string | number | boolean | readonly string[]): void {
  core.setOutput(name, value);
}
