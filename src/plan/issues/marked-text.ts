import { cutText } from "../../language/text/cut.ts";
import { matterOf } from "../../language/task.ts";

/** Of an action's text in the marker: enough to know it again. */
const MAX_TEXT = 1000;

/** What an action is about, as the marker has it. */
export function markedText(action: { readonly text: string; readonly owners: readonly string[] }): string {
  return cutText(matterOf(action), MAX_TEXT);
}
