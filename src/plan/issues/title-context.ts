import type { Meeting } from "../../minutes/meeting.ts";
import type { Planning } from "../planning.ts";
import { byLine } from "./by-line.ts";
import { plainText } from "../../language/text/plain-text.ts";
import { isMoreSecret } from "../targets/consent.ts";
import { cutText } from "../../language/text/cut.ts";
import { isSameName } from "../../config/names.ts";
import { parseTarget } from "../snapshot-request.ts";
import { longDate } from "../text/dates.ts";
import type { TitleContext } from "./title.ts";
import type { FileAction } from "./file-actions.ts";

/** What a title can take along for an action, in a repository. */
export function titleContext(
  { action, file: { meeting } }: FileAction,
  repository: string,
  planning: Planning,
): TitleContext {
  const named = (target: string): string | null => nameIssue(target, repository, planning);
  const { actions, references } = byLine(meeting);
  const [about, other] = action.about.references;
  return {
    issueOn: (line) => {
      const targets = [...new Set(references.get(line)?.map(({ target }) => target))];
      return targets.length === 1 ? named(targets[0] ?? "") : null;
    },
    issueAbout: about === undefined || other !== undefined ? null : named(about),
    numberAbout: about === undefined || other !== undefined ? null : numberOf(about, repository, planning),
    meeting: meetingWithDate(meeting),
    actionLines: actions,
  };
}

/** `#12`, or with its repository where that is another. null: fewer people can read it than the title. */
function numberOf(target: string, repository: string, planning: Planning): string | null {
  const [parts] = parseTarget(target);
  if (parts === undefined) return null;
  const consent = planning.consentOf(parts.repository);
  const here = planning.consentOf(repository);
  if (!consent.allowed || !here.allowed) return null;
  if (isMoreSecret(consent.state.visibility, here.state.visibility)) return null;
  return isSameName(parts.repository, repository) ? `#${parts.number}` : target;
}

/** `“Crash on start” (#12)`. null: GitHub was not asked, or its title is not known. */
function nameIssue(target: string, repository: string, planning: Planning): string | null {
  const [parts] = parseTarget(target);
  const number = numberOf(target, repository, planning);
  if (parts === undefined || number === null) return null;
  const consent = planning.consentOf(parts.repository);
  const thread = consent.allowed ? consent.state.threads[String(parts.number)] : undefined;
  if (thread === undefined || !thread.known || thread.title === "") return null;
  return `“${cutText(plainText(thread.title), 70)}” (${number})`;
}

function meetingWithDate(meeting: Meeting): string {
  const date = meeting.date === null ? [] : [longDate(meeting.date)];
  return [plainText(meeting.name), ...date].join(", ");
}
