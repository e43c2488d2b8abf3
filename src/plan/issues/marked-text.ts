import { cutText } from "../../language/text/cut.ts";

/** Of an action's text in the marker: enough to know it again. */
const MAX_TEXT = 1000;

/** An action's text as the marker has it. */
export function markedText(text: string): string {
  return cutText(text, MAX_TEXT);
}
