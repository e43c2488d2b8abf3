import type { Action } from "../../minutes/meeting.ts";
import type { Config } from "../../config/config.ts";
import type { ReadFile } from "../planning.ts";
import { plainTitle } from "./plain-title.ts";

/** An action as one file tells it, with its tellings further down in the same file. */
export interface Told {
  readonly file: ReadFile;
  /** The first telling that is marked as an action; the first of all where none is. */
  readonly action: Action;
  readonly again: readonly Action[];
  /** Any telling in this file says so. */
  readonly done: boolean;
  /** Nothing marks it as an action: it opens no issue, yet an issue that somebody opened for it stays its issue. */
  readonly opensNothing: boolean;
}

/** The actions of a file, each once, in the order of their first lines. */
export function toldActions(file: ReadFile, config: Config): readonly Told[] {
  const groups: [Action, ...Action[]][] = [];
  for (const action of file.meeting.actions) {
    const group = groups.find((tellings) => tellings.some((other) => isToldAgain(action, other)));
    if (group === undefined) groups.push([action]);
    else group.push(action);
  }
  return groups.map((tellings) => {
    const action = tellings.find(({ implied }) => !implied) ?? tellings[0];
    return {
      file,
      action,
      again: tellings.filter((telling) => telling !== action),
      done: tellings.some(({ done }) => done),
      opensNothing: action.implied && !config.actions.implied,
    };
  });
}

function isToldAgain(action: Action, earlier: Action): boolean {
  if (action.same !== null) return action.same === earlier.line || action.same === earlier.same;
  const isSameText = plainTitle(action.text).toLowerCase() === plainTitle(earlier.text).toLowerCase();
  return (
    isSameText &&
    String(action.owners) === String(earlier.owners) &&
    String(action.topic) === String(earlier.topic)
  );
}
