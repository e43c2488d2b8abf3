import { configFor } from "../../config/series.ts";
import type { Action } from "../../minutes/meeting.ts";
import type { Config } from "../../config/config.ts";
import type { ReadFile } from "../planning.ts";
import { namingWords } from "./naming-words.ts";

/** An action as one file states it, with its mentions further down in the same file. */
export interface FileAction {
  readonly file: ReadFile;
  /** The first mention that is marked as an action; the first of all where none is. */
  readonly action: Action;
  readonly again: readonly Action[];
  /** Any mention in this file says so. */
  readonly done: boolean;
  /** It is done because it was dropped, and not because somebody did it. */
  readonly dropped: boolean;
  /** Nothing marks it as an action: it opens no issue, yet an issue that somebody opened for it stays its issue. */
  readonly opensNothing: boolean;
}

/** The actions of a file, each once, in the order of their first lines. */
export function fileActions(file: ReadFile, config: Config): readonly FileAction[] {
  const { implied } = configFor(config, file.path).actions;
  const groups: [Action, ...Action[]][] = [];
  const known = new Map<string | number, [Action, ...Action[]]>();
  for (const action of file.meeting.actions) {
    const names = namesOf(action);
    const standing = names.map((name) => known.get(name)).find((group) => group !== undefined);
    const group = standing ?? [action];
    if (standing === undefined) groups.push(group);
    else standing.push(action);
    for (const name of names) known.set(name, known.get(name) ?? group);
  }
  return groups.map((mentions) => {
    const action = mentions.find(({ implied }) => !implied) ?? mentions[0];
    return {
      file,
      action,
      again: mentions.filter((mention) => mention !== action),
      done: mentions.some(({ done }) => done),
      dropped: mentions.some(({ dropped }) => dropped),
      opensNothing: action.implied && !implied,
    };
  });
}

/**
 * What the mentions of one action have in common: the line of the first, or where the reading gives none, the words.
 */
function namesOf({ line, same, text, owners, topic }: Action): readonly (string | number)[] {
  const words = JSON.stringify([namingWords(text), owners, topic]);
  return same === null ? [words, line] : [same, line];
}
