import { hasCondition } from "../../language/conditions.ts";
import { cutText } from "../../language/text/cut.ts";

/** No condition comes after more than this. */
const MOST = 2000;

/** The words of a decision, cut where they are long, and never before a condition. */
export function decisionText(text: string, limit: number): string {
  const cut = cutText(text, limit);
  return hasCondition(text.slice(cut.length - 1)) ? cutText(text, MOST) : cut;
}
