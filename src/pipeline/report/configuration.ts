import type { ConfigProblem } from "../../config/config.ts";
import type { Annotation, CheckRun } from "../../github/check-run.ts";
import { CONFIGURATION_PATH } from "../../github/read-head.ts";
import { codeSpan, EMPTY, join, type Markdown, md, raw } from "../../plan/media/markdown.ts";
import type { Notice } from "../../plan/plan.ts";
import { annotationsOf } from "./annotations.ts";
import type { Retry } from "./retry.ts";

const PATH = raw(codeSpan(CONFIGURATION_PATH));

const ONCE_FIXED: Readonly<Record<Retry, string>> = {
  "by-itself": "After you fix this, Minutebook posts what was pushed.",
  "by-hand": "After you fix this, run this again to post what was pushed.",
};

/**
 * What is wrong with the configuration, or that nothing is.
 *
 * @param notices - What it switches off.
 */
export function reportConfiguration(
  commit: string,
  problems: readonly ConfigProblem[],
  retry: Retry = "by-itself",
  notices: readonly Notice[] = [],
): CheckRun {
  const fine = problems.length === 0;
  return {
    commit,
    conclusion: fine ? "success" : "failure",
    title: fine ? "The configuration is valid" : "The configuration has errors; nothing is posted",
    summary: fine
      ? md`${PATH} applies from now on. Existing posts are unchanged.`
      : md`${PATH}:\n\n${raw(problemLines(problems))}\n\n${ONCE_FIXED[retry]}`,
    text: EMPTY,
    annotations: [
      ...problems.map(
        ({ line, message }): Annotation => ({ path: CONFIGURATION_PATH, line, level: "failure", message }),
      ),
      ...annotationsOf(notices),
    ],
    buttons: [],
    externalId: "configuration",
  };
}

/** A list of what is wrong. */
export function problemLines(problems: readonly ConfigProblem[]): Markdown {
  return join(
    problems.map(({ line, key, message }) => {
      const at = key === "" ? EMPTY : md` (${raw(codeSpan(key))})`;
      return md`- Line ${line}${raw(at)}: ${message}`;
    }),
    "\n",
  );
}
