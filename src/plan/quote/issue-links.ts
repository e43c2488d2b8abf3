import type { PhrasingContent } from "mdast";
import { issueLink } from "../links.ts";
import { parseTarget } from "../snapshot-request.ts";
import { link, text } from "./build.ts";
import type { QuoteContext } from "./context.ts";
import { safeLink } from "./urls.ts";

/** `#12, octo/app#3`, each linked so that it makes no backlink in a repository that the text is not in. */
export function issueLinks(targets: readonly string[], context: QuoteContext): PhrasingContent[] {
  return targets.flatMap((target, index): PhrasingContent[] =>
    parseTarget(target).flatMap(({ repository, number }): PhrasingContent[] => {
      const { url, label } = safeLink(issueLink(context.base.webUrl, repository, number), context);
      const shown = label ?? target;
      const node: PhrasingContent =
        url === null ? { type: "inlineCode", value: shown } : link(url, text(shown));
      return index > 0 ? [text(", "), node] : [node];
    }),
  );
}
