import { meetingCalled } from "../text/meeting-called.ts";
import { hashTree } from "../hash.ts";
import { lineLink, neutralBase } from "../links.ts";
import { printGfm } from "../quote/markdown.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { quoteBlocks } from "../quote/quote.ts";
import { safeTemplate } from "../quote/safe-template.ts";
import { rangeOf } from "../quote/quoted-excerpt.ts";
import { renderTemplate } from "../template.ts";
import { longDate } from "../text/dates.ts";
import type { CommentContent, Rendering } from "./content.ts";
import { excerptPath } from "./excerpt-path.ts";
import { groupExcerpts, mergeExcerpts } from "./excerpts.ts";
import { milestonesOf } from "./milestones.ts";
import { withoutAlreadySaid } from "./news.ts";
import { excerptsWithSubstance } from "./substance.ts";
import { actionsOf, decisionsOf, editedOf, excerptsOf, footerOf, introOf } from "./parts.ts";

/** GitHub refuses bodies over 65,536; the rest is for the marker and for issue links. */
export const MAX_BODY = 60_000;

/** The comment without its marker. */
export function renderComment(content: CommentContent, rendering: Rendering, edited: boolean): string {
  const parts = smallParts(content, rendering, edited);
  const template = safeTemplate(rendering.template, content.target, rendering);
  const short = renderTemplate(template, { ...parts, excerpt: "" });
  const groups = groupExcerpts(excerptsWithSubstance(content));
  const excerpt = excerptsOf(content, groups, rendering, MAX_BODY - short.length);
  return renderTemplate(template, { ...parts, excerpt });
}

function smallParts(content: CommentContent, rendering: Rendering, edited: boolean): Record<string, string> {
  const { meeting } = content;
  const said = excerptsWithSubstance(content);
  const isDiscussed = said.length + content.decisions.length + content.actions.length > 0;
  const [first] = groupExcerpts(said.length > 0 ? said : mergeExcerpts(content.references));
  const lines = first === undefined ? null : rangeOf(first);
  const date = meeting.date === null ? "" : longDate(meeting.date);
  const link = lines === null ? "" : lineLink(rendering.base, meeting.path, lines.line, lines.endLine);
  return {
    intro: lines === null ? "" : printGfm(introOf(meeting, lines, isDiscussed, rendering)),
    decisions: printGfm(decisionsOf(content, rendering)),
    actions: printGfm(actionsOf(content, rendering)),
    milestones: printGfm(milestonesOf(content)),
    edited: edited ? printGfm(editedOf(rendering)) : "",
    footer: printGfm(footerOf(rendering)),
    meeting: printGfm([{ type: "text", value: neutralWords(meetingCalled(meeting, rendering.base)) }]),
    date,
    link,
  };
}

/**
 * Tells whether what a comment says changed: a new commit, other lines or an issue's number alone change nothing.
 * Made of the tree, which is cheaper than its Markdown, and before anything is cut.
 */
export function hashComment(content: CommentContent, { base, template, minutes }: Rendering): string {
  const rendering = { base: neutralBase(base), forHash: true, template, minutes };
  const { meeting, target } = content;
  const context = { ...meeting, base: rendering.base, target: target.name };
  return hashTree([
    template,
    meeting.name,
    meeting.date,
    decisionsOf(content, rendering),
    actionsOf(content, rendering),
    milestonesOf(content),
    mergeExcerpts(content.references).map((excerpt) => [
      excerptPath(excerpt, meeting),
      excerpt.isCut,
      withoutAlreadySaid(quoteBlocks(excerpt, context), content.alreadySaid),
    ]),
  ]);
}
