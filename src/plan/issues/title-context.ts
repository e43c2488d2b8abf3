import type { Action } from "../../minutes/meeting.ts";
import type { Planning } from "../planning.ts";
import { byLine } from "./by-line.ts";
import { plainText } from "../../language/text/plain-text.ts";
import { isMoreSecret } from "../targets/consent.ts";
import { cutText } from "../../language/text/cut.ts";
import { isSameName } from "../../minutes/repository-name.ts";
import { parseTarget } from "../snapshot-request.ts";
import { isFrameTitle, withoutMeeting } from "../../minutes/meeting-name.ts";
import { trimEnd } from "../../language/text/trim.ts";
import { titleText } from "../../language/text/title-text.ts";
import type { FileAction } from "./file-actions.ts";

/** What is known of an action besides its own words. */
export interface TitleContext {
  /** Title of the issue that a line mentions, with its number: `“Crash on start” (#12)`. null: none, or not known. */
  readonly issueOn: (line: number) => string | null;
  /** The one issue that the action's topic is about, by its title and number. */
  readonly issueAbout: string | null;
  /** The same by its number alone: `#12`. */
  readonly numberAbout: string | null;
  /** What is in front of the action on its own line. null: nothing, or its marker. */
  readonly lead: string | null;
  /** What hangs below an action that leads to it. */
  readonly below: readonly string[];
  /** Titles of the topics that it is in, outermost first, without the meeting's and those that say nothing. */
  readonly topics: readonly string[];
  /** Titles above it that say nothing: the meeting's, `Action items`. */
  readonly frames: ReadonlySet<string>;
  /** Everybody who is named in the meeting, and the repository: names that say nothing of what a task is about. */
  readonly people: readonly string[];
  /** Lines of actions: they are no context. */
  readonly actionLines: ReadonlySet<number>;
}

/** What a title can take along for an action, in a repository. */
export function titleContext(
  { action, file: { meeting } }: FileAction,
  repository: string,
  planning: Planning,
): TitleContext {
  const named = (target: string): string | null => nameIssue(target, repository, planning);
  const { actions, references, people } = byLine(meeting);
  const [about, other] = action.about.references;
  const topics = withoutMeeting(action.topic, meeting).filter((title) => !isFrameTitle(title));
  return {
    issueOn: (line) => {
      const targets = [...new Set(references.get(line)?.map(({ target }) => target))];
      return targets.length === 1 ? named(targets[0] ?? "") : null;
    },
    issueAbout: about === undefined || other !== undefined ? null : named(about),
    numberAbout: about === undefined || other !== undefined ? null : numberOf(about, repository, planning),
    lead: leadOf(action),
    below: belowOf(action),
    topics,
    frames: new Set(action.topic.filter((title) => !topics.includes(title))),
    people: [...people, ...Object.keys(planning.input.config.people), ...repository.split("/").slice(1)],
    actionLines: actions,
  };
}

/** The lines of an action's excerpt, from its own on. */
function linesOf({ line, excerpt }: Pick<Action, "line" | "excerpt">): readonly string[] {
  return line < excerpt.line ? [] : excerpt.markdown.split(/\r?\n/).slice(line - excerpt.line);
}

/** So much of an action's words tell where they begin. */
const BEGINNING = 20;
const MARKER_AT_END = /(?<!\p{L})(?:todo|to do|action(?: items?)?|ai|ap)$/iu;
const LOOSE = /[\s([\]):*_–—-]/;

/** What a line says before its action: `The guide is out of date. TODO: update it`. */
function leadOf(action: Pick<Action, "line" | "excerpt" | "text">): string | null {
  const [line = ""] = linesOf(action);
  if (line.trimStart().startsWith("|")) return null;
  const whole = titleText(line);
  const start = whole.indexOf(titleText(action.text).slice(0, BEGINNING));
  const lead = start <= 0 ? "" : trimEnd(whole.slice(0, start), LOOSE).replace(MARKER_AT_END, "");
  return lead === "" ? null : trimEnd(lead, LOOSE);
}

/** What leads on to a list. */
const LEADS_ON = /(?::|\b(?:to|for|about|on|of|with|following|these|those))[\s*_]*$/i;
const MOST_BELOW = 3;

/** The items below an action whose words lead to them. */
function belowOf(action: Pick<Action, "line" | "excerpt" | "text">): readonly string[] {
  const [line = "", ...others] = linesOf(action);
  if (!LEADS_ON.test(line)) return [];
  const indentOf = (text: string): number => text.length - text.trimStart().length;
  const end = others.findIndex((text) => text.trim() !== "" && indentOf(text) <= indentOf(line));
  const below = end < 0 ? others : others.slice(0, end);
  return below.filter((text) => text.trim() !== "").slice(0, MOST_BELOW);
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
