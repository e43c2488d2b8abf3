import * as z from "zod";
import { configProblem, type configProblems } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import { findGlobProblem, findListProblem } from "./glob-limits.ts";
import { quoted } from "./quoted.ts";
import { isTimeZone } from "./time-zone.ts";
import { findUnknownTokens, listTokens, type TemplateKind } from "./template-tokens.ts";
import { REPOSITORY_NAME } from "../minutes/repository-name.ts";
import { ACCEPTED_NAME, LOGIN } from "./names.ts";

/** What the values of the configuration's keys are made of. */

/** How long one text in the configuration may be, but for templates. */
const MAX_TEXT = 200;

/** Each file of a push is compared with each glob. */
const MAX_GLOBS = 100;

/** What a check says instead of a text: the code of its problem. `schema-problems.ts` makes the message. */
const code = (problem: keyof typeof configProblems) => problem;

/** A longer text isn't looked at any further. */
export const text = z.string().min(1, code("empty-text")).max(MAX_TEXT, { abort: true });

export const repository = z
  .string()
  .regex(REPOSITORY_NAME, code("not-a-repository"))
  .meta({ examples: ["octo-org/octo-repo"] });

/** What the numbers of another tracker belong to. */
export const NONE = "none";
export const repositoryOrNone = z
  .string()
  .regex(new RegExp(`^${NONE}$|${REPOSITORY_NAME.source}`), code("not-a-repository-or-none"));

export const accepted = z
  .string()
  .regex(ACCEPTED_NAME, code("not-an-accepted-repository"))
  .meta({ examples: ["octo-org/octo-repo", "octo-org/octo-repo@1296269"] });

export const login = z.string().regex(LOGIN, code("not-a-login"));

const glob = text.regex(/^(?!.*[@?*+!]\()(?!.*\/\/)/, code("not-a-glob")).check(refusing(findGlobProblem));

export const globs = z
  .array(glob)
  .min(1, code("empty-globs"))
  .max(MAX_GLOBS, { abort: true })
  .check(refusing(findListProblem));

/** A check that says itself why a value is refused. */
function refusing<T>(findProblem: (value: T) => Message | undefined) {
  return ({ value, issues }: z.core.ParsePayload<T>): void => {
    const problem = findProblem(value);
    if (problem !== undefined) issues.push({ code: "custom", params: { problem }, input: value });
  };
}

export const timeZone = text.check(
  refusing((value) =>
    isTimeZone(value) ? undefined : configProblem("not-a-time-zone", { found: quoted(value) }),
  ),
);

export const markers = z.array(text).max(50);
/** A text of a team's own. What its tokens mean belongs to planning. */
export const template = (kind: TemplateKind, example: string) =>
  z
    .string()
    .min(1)
    .max(20_000, { abort: true })
    .superRefine((value, context) => {
      for (const token of findUnknownTokens(value, kind)) {
        const problem = configProblem("unknown-template-token", {
          token: `{{${token}}}`,
          known: listTokens(kind),
        });
        context.addIssue({ code: "custom", params: { problem } });
      }
    })
    .optional()
    .describe(`Your own text instead of the built-in one, with these tokens: ${listTokens(kind)}.`)
    .meta({ examples: [example] });
