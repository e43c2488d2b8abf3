import type { Config } from "../../config/config.ts";
import { findUnknownTokens, listTokens, type TemplateKind } from "../../config/template-tokens.ts";
import type { MinutesChange } from "../input.ts";
import type { Notice } from "../plan.ts";
import { cutText } from "../../language/text/cut.ts";
import { listSome } from "../text/list-some.ts";

/** Of an action's text in a notice. */
const MAX_TEXT = 300;

/** What people should look at in the minutes of a plan, in the order of files and lines. */
export function findNotices(files: readonly MinutesChange[], config: Config): readonly Notice[] {
  return files.flatMap((file) => {
    if (file.problem !== null) return [fileProblem(file, file.problem)];
    const warnings = (file.meeting?.warnings ?? []).map(
      ({ line, code, message }): Notice => ({ level: "warning", path: file.path, line, code, message }),
    );
    return [...warnings, ...nobodyAssigned(file, config), ...impliedActions(file, config)].toSorted(
      (one, other) => (one.line ?? 0) - (other.line ?? 0),
    );
  });
}

function fileProblem({ path, problemCode }: MinutesChange, message: string): Notice {
  return problemCode === undefined
    ? { level: "error", path, line: null, code: "unreadable", message }
    : { level: "warning", path, line: null, code: problemCode, message };
}

/** Actions that no marker names are opened only when somebody asks for it. */
function impliedActions({ path, meeting }: MinutesChange, config: Config): readonly Notice[] {
  if (meeting === null || !config.actions.enabled || config.actions.implied) return [];
  return meeting.actions
    .filter(({ implied, done, same }) => implied && !done && same === null)
    .map(({ line, text }) => ({
      level: "info",
      path,
      line,
      code: "implied-action",
      message: `“${cutText(text, MAX_TEXT)}” reads like an action, but nothing marks it as one. No issue is opened for it; write TODO before it if it should.`,
    }));
}

/** Where no login is known at all, reading warns of nobody: one warning for all owners, on the line of the first. */
function nobodyAssigned({ path, meeting }: MinutesChange, config: Config): readonly Notice[] {
  if (meeting === null || !config.actions.enabled || !config.actions.assign) return [];
  const knowsLogins =
    Object.keys(config.people).length > 0 || meeting.attendees.some(({ login }) => login !== null);
  const open = meeting.actions.filter(({ done, implied }) => !done && !implied);
  const owned = open.filter(({ owners }) => owners.length > 0);
  const [first] = owned;
  if (knowsLogins || first === undefined || owned.some(({ logins }) => logins.length > 0)) return [];
  const names = listSome([...new Set(owned.flatMap(({ owners }) => owners))]);
  const message = `No GitHub login is known for ${names}: nobody will be assigned. Add it under people in the configuration, or to the list of those present.`;
  return [{ level: "warning", path, line: first.line, code: "unknown-person", message }];
}

/** Tokens in the team's templates that nobody knows. With one of them, nothing is posted. */
export function findTemplateProblems(config: Config): readonly Notice[] {
  const problems = (kind: TemplateKind, key: string, template: string | null): Notice[] =>
    findUnknownTokens(template ?? "", kind).map((token) => ({
      level: "error",
      path: ".github/minutebook.yml",
      line: null,
      code: "unknown-token",
      message: `Unexpected {{${token}}} in ${key}, expected one of ${listTokens(kind)}.`,
    }));
  return [
    ...problems("comment", "comments.template", config.comments.template),
    ...problems("issue", "actions.template", config.actions.template),
  ];
}
