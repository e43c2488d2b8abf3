import type { PhrasingContent } from "mdast";
import type { Decision } from "../../minutes/meeting.ts";
import { withoutReferences } from "../../language/text/trim.ts";
import { text } from "../quote/build.ts";
import { cutText } from "../../language/text/cut.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { isSelfContained } from "../../language/clarity.ts";
import { contentWords } from "../../language/content-words.ts";

const CONCLUSION = /^\W{0,8}(?:conclusions?|concluded)\b/i;

/** What a decision such as "let's not do this" is about: ` (on: “…”)`. Empty where it can be understood alone. */
export function contextOf(decision: Decision): readonly PhrasingContent[] {
  // A conclusion ends all of its topic, and is of no line before it.
  if (CONCLUSION.test(decision.excerpt.markdown)) return [];
  const context = decision.context[0];
  if (context === undefined || isSelfContained(decision.text, [])) return [];
  if (contentWords(withoutReferences(context.text), []).length === 0) return [];
  return [text(" (on: “"), text(neutralWords(cutText(context.text, 120))), text("”)")];
}
