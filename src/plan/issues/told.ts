import type { Action } from "../../minutes/meeting.ts";
import type { Config } from "../../config/config.ts";
import type { ReadFile } from "../planning.ts";
import { plainTitle } from "./plain-title.ts";

/** An action as one file tells it, with its tellings further down in the same file. */
export interface Told {
  readonly file: ReadFile;
  readonly action: Action;
  readonly again: readonly Action[];
  /** Any telling in this file says so. */
  readonly done: boolean;
}

/** The actions of a file that are to be issues, each once, in the order of their lines. */
export function toldActions(file: ReadFile, config: Config): readonly Told[] {
  const { actions } = file.meeting;
  const firsts = new Map<Action, Action[]>();
  for (const action of actions.filter(({ implied }) => !implied || config.actions.implied)) {
    const first = [...firsts.keys()].find((other) => isToldAgain(action, other));
    if (first === undefined) firsts.set(action, []);
    else firsts.get(first)?.push(action);
  }
  return [...firsts].map(([action, again]) => ({
    file,
    action,
    again,
    done: [action, ...again].some(({ done }) => done),
  }));
}

function isToldAgain(action: Action, first: Action): boolean {
  if (action.same !== null) return action.same === first.line || action.same === first.same;
  const isSameText = plainTitle(action.text).toLowerCase() === plainTitle(first.text).toLowerCase();
  return (
    isSameText &&
    String(action.owners) === String(first.owners) &&
    String(action.topic) === String(first.topic)
  );
}
