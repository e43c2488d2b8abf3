import type { Nodes, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { isSameName } from "../../minutes/repository-name.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { LinkBase } from "../links.ts";
import { accepts, type MinutesName } from "../targets/accept.ts";
import type { KnownRepository } from "../snapshot.ts";
import { DEFAULT_TEMPLATES } from "../template.ts";
import { html, text } from "./build.ts";
import { ZERO_WIDTH_SPACE } from "./characters.ts";
import { printGfm } from "./markdown.ts";
import { type Blocks, quoteBlocks } from "./quote.ts";

/** Replaces `{{link}}` where a link leads to it. */
const PLACEHOLDER = "https://link.invalid/minutes";

/** `](<{{link}}>` or `]({{link}} `: all of an address. */
const LINK = /(?<=\]\(<?)\{\{[ \t]{0,20}link[ \t]{0,20}\}\}(?=[)> ])/g;

const TOKEN = "{{link}}";
const BARE = /\{\{[ \t]{0,20}link[ \t]{0,20}\}\}/;

/** What a token would make a mention or a reference of. */
const BEFORE_TOKEN = /[@#-](?=\{\{)/g;

/** Plans write many bodies with one template. */
const known = new Map<string, string>();
const MAX_KNOWN = 100;

/**
 * A team's own template as it may be posted: as it is written in the repository of the minutes, and where the
 * target's own configuration trusts it; in any other repository like a quote, so that nothing in it pings, refers,
 * closes or renders as HTML. The tokens stay.
 */
export function safeTemplate(
  template: string,
  target: Pick<KnownRepository, "name" | "trustTemplates">,
  { base, minutes }: { readonly base: LinkBase; readonly minutes: MinutesName },
): string {
  const isOurs = Object.values(DEFAULT_TEMPLATES).includes(template);
  if (isOurs || isSameName(target.name, base.repository) || accepts(target.trustTemplates, minutes))
    return template;
  const key = JSON.stringify([template, target.name, base]);
  const made = known.get(key) ?? neutralized(template, target.name, base);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

function neutralized(template: string, target: RepositoryName, base: LinkBase): string {
  const context = { base, target, path: "", references: [], definitions: [], privateParts: [] };
  const markdown = template.replaceAll("\r\n", "\n").replace(LINK, PLACEHOLDER);
  const blocks = quoteBlocks({ line: 1, markdown, tableHead: null }, context);
  return printGfm(withTokens(blocks))
    .replace(BEFORE_TOKEN, (sign) => `${sign}${ZERO_WIDTH_SPACE}`)
    .replaceAll(PLACEHOLDER, TOKEN);
}

/**
 * The same with the token where the placeholder is, each in marks of its own, so that the address ends where it ends.
 */
function withTokens(blocks: Blocks): Blocks {
  const root = structuredClone({ type: "root", children: blocks } as Root);
  visit(root, (node, index, parent) => {
    const parts = node.type === "text" ? splitLinks(node.value) : isMixed(node) ? [TOKEN] : null;
    if (parts === null || parent === undefined || index === undefined)
      return node.type === "link" ? SKIP : undefined;
    const made: Nodes[] = parts.map((part) => (part === TOKEN ? html(`<${TOKEN}>`) : text(part)));
    (parent.children as Nodes[]).splice(index, 1, ...made);
    return [SKIP, index + made.length];
  });
  return root.children as Blocks;
}

/** An address that more hangs on, as in HTML that is text: `<b>[a]({{link}})[b](…)`. */
const isMixed = (node: Nodes): boolean =>
  node.type === "link" && node.url !== PLACEHOLDER && node.url.includes(PLACEHOLDER);

function splitLinks(value: string): readonly string[] {
  const parts = value.replaceAll(PLACEHOLDER, TOKEN).split(BARE);
  return parts.flatMap((part, at) => [...(at === 0 ? [] : [TOKEN]), ...(part === "" ? [] : [part])]);
}
