import { configFor } from "../../config/series.ts";
import { hasCode } from "../../messages/reasons.ts";
import type { Message } from "../../messages/message.ts";
import { notice } from "../../messages/reasons/notices.ts";
import { warning } from "../../messages/reasons/warnings.ts";
import type { Config } from "../../config/config.ts";
import { findUnknownTokens, listTokens, type TemplateKind } from "../../config/template-tokens.ts";
import type { MinutesChange } from "../input.ts";
import { isAgendaNotice } from "./agendas.ts";
import type { Notice } from "../plan.ts";
import { cutText } from "../../language/text/cut.ts";
import { listSome } from "../text/list-some.ts";

/** Of an action's text in a notice. */
const MAX_TEXT = 300;

/** What people should look at in the minutes of a plan, in the order of files and lines. */
export function findNotices(files: readonly MinutesChange[], config: Config): readonly Notice[] {
  return files.flatMap((file) => {
    if (file.problem !== null) return [problemNotice(file.path, file.problem)];
    const warnings = (file.meeting?.warnings ?? []).map(
      (found): Notice => ({ level: "warning", path: file.path, ...found }),
    );
    return [...warnings, ...nobodyAssigned(file, config), ...impliedActions(file, config)].toSorted(
      (one, other) => (one.line ?? 0) - (other.line ?? 0),
    );
  });
}

function problemNotice(path: string, problem: Message): Notice {
  const level = isAgendaNotice(problem.code)
    ? "info"
    : hasCode(problem, "many-meetings")
      ? "warning"
      : "error";
  return { level, path, line: null, ...problem };
}

/** Actions that no marker names are opened only when somebody asks for it. */
function impliedActions({ path, meeting }: MinutesChange, config: Config): readonly Notice[] {
  const { enabled, implied: areOpened } = configFor(config, path).actions;
  if (meeting === null || !enabled || areOpened) return [];
  return meeting.actions
    .filter(({ implied, done, same }) => implied && !done && same === null)
    .map(({ line, text }) => ({
      level: "info",
      path,
      line,
      ...notice("implied-action", { action: cutText(text, MAX_TEXT) }),
    }));
}

/** Where no login is known at all, reading warns of nobody: one warning for all owners, on the line of the first. */
function nobodyAssigned({ path, meeting }: MinutesChange, config: Config): readonly Notice[] {
  const { enabled, assign } = configFor(config, path).actions;
  if (meeting === null || !enabled || !assign) return [];
  const knowsLogins =
    Object.keys(config.people).length > 0 || meeting.attendees.some(({ login }) => login !== null);
  const open = meeting.actions.filter(({ done, implied }) => !done && !implied);
  const owned = open.filter(({ owners }) => owners.length > 0);
  const [first] = owned;
  if (knowsLogins || first === undefined || owned.some(({ logins }) => logins.length > 0)) return [];
  const owners = listSome([...new Set(owned.flatMap((action) => action.owners))]);
  return [{ level: "warning", path, line: first.line, ...warning("unknown-person", { owners }) }];
}

/** Tokens in the team's templates that nobody knows. With one of them, nothing is posted. */
export function findTemplateProblems(config: Config): readonly Notice[] {
  const problems = (kind: TemplateKind, key: string, template: string | null): Notice[] =>
    findUnknownTokens(template ?? "", kind).map((token) => ({
      level: "error",
      path: ".github/minutebook.yml",
      line: null,
      ...notice("unknown-token", { token: `{{${token}}}`, key, known: listTokens(kind) }),
    }));
  return [
    ...problems("comment", "comments.template", config.comments.template),
    ...problems("issue", "actions.template", config.actions.template),
    ...config.series.flatMap(({ comments, actions }, index) => [
      ...problems("comment", `series.${index}.comments.template`, comments.template ?? null),
      ...problems("issue", `series.${index}.actions.template`, actions.template ?? null),
    ]),
  ];
}
