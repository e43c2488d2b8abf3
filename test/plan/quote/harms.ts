import type { Element, ElementContent, Root, RootContent } from "hast";
import { findMarker } from "../../../src/plan/marker.ts";
import { findEntries } from "../../../src/plan/milestones/block.ts";
import { resolveTokens } from "../../../src/plan/tokens.ts";
import { elementsOf, hasComments, type Render, render, textsOf } from "./rendered.ts";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements that a quote may have. */
const QUOTED = set(
  "p br hr em strong del code pre a img ul ol li blockquote table thead tbody tr th td span",
);

/** Elements that our own bodies have besides. */
const OURS = set("details summary sub");

/** Elements that our own bodies have outside of quotes. */
const OUTSIDE = set("p ul li strong em del a code br sub span details summary");

/** What is read in a block, over all its marks; code ends it. */
function readingsOf(node: Root | ElementContent): readonly string[] {
  if (!("children" in node)) return [];
  const isBlock = node.type === "element" && /^(?:p|td|th)$/.test(node.tagName);
  if (!isBlock) return node.children.flatMap((child) => (child.type === "doctype" ? [] : readingsOf(child)));
  return [flatText(node)];
}

function flatText(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || node.tagName === "code") return "\u0000";
  if (node.tagName === "br") return "\n";
  const isIssue = node.tagName === "a" && /\/(?:issues|pull)\/\d/i.test(String(node.properties.href));
  return isIssue ? "#1" : node.children.map(flatText).join("");
}

/** What GitHub would do with a text beyond showing it, wherever it is. */
function harmsOfTree(tree: Root): readonly string[] {
  return [
    ...readingsOf(tree).flatMap(harmsOfReading),
    ...textsOf(tree).flatMap(harmsOfText),
    ...textsOutside(tree, "a")
      .filter((text) => /#\d|\bGH-\d/i.test(text))
      .map((text) => `mention ${text}`),
    ...textsOutside(tree, "a")
      .filter((text) => COMMIT.test(text) || /(?:GHSA|CVE)-[\da-z]{4}/i.test(text))
      .map((text) => `commit ${text}`),
    ...textsOutside(tree, "span")
      .filter((text) => /\$(?!\d)/.test(text))
      .map((text) => `formula ${text}`),
    ...elementsOf(tree).flatMap(harmsOfElement),
  ];
}

/** Days are no commits. */
const COMMIT = /(?<![\p{L}\p{N}_])(?!(?:19|20)\d{6}(?![\p{L}\p{N}_]))[0-9a-f]{7,40}(?![\p{L}\p{N}_])/iu;

const CLOSES =
  /(?<![\p{L}\p{N}])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s*(?:(?<=\s)\w[\w./-]*#|#|GH-)\d/iu;

function harmsOfReading(text: string): readonly string[] {
  const isAlert = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i.test(text);
  return [...(CLOSES.test(text) ? [`closes ${text}`] : []), ...(isAlert ? [`alert ${text}`] : [])];
}

function harmsOfText(text: string): readonly string[] {
  const hidden = /[\u202A-\u202E\u2066-\u2069\u2028\u2029\u3164\u115F\u{E0000}-\u{E007F}]/u;
  return [
    ...(/@[\w-]/.test(text) ? [`ping ${text}`] : []),
    ...(hidden.test(text) ? ["nobody sees it"] : []),
    ...(text.isWellFormed() ? [] : ["half a character"]),
  ];
}

const BACKLINK =
  /^https?:\/\/(?:www\.)?github\.com\/+(?!octo-org\/(?:app|minutes)\/)[^/]+\/+[^/]+\/+(?:issues|pull|commit|discussions)\/+\w/i;

function harmsOfElement({ tagName, properties, children }: Element): readonly string[] {
  const address = String(properties.href ?? properties.src ?? "https://");
  const isDollar = children.length === 1 && children[0]?.type === "text" && children[0].value === "$";
  return [
    ...(tagName === "span" && !isDollar ? ["a tag of the minutes"] : []),
    ...(/^(?:https?:\/\/|mailto:)/i.test(address) ? [] : [`address ${address}`]),
    ...(BACKLINK.test(address) ? [`backlink ${address}`] : []),
  ];
}

/** What is wrong with a quote between the paragraphs BEFORE and AFTER. */
export function harmsOfQuote(body: string, by: Render = render): readonly string[] {
  const tree = by(body);
  const [first, ...rest] = tree.children.filter((child) => child.type !== "text");
  const isText = (node: typeof first, text: string): boolean =>
    node?.type === "element" && node.tagName === "p" && textsOf(node).join("") === text;
  const isWhole = isText(first, "BEFORE") && isText(rest.at(-1), "AFTER");
  const isQuote = rest.slice(0, -1).every((node) => node.type === "element" && node.tagName === "blockquote");
  const isFake = findMarker(body) !== null || /<!--\s*minutebook/i.test(body);
  return [
    ...harmsOfTree(tree),
    ...elementsOf(tree).flatMap(({ tagName }) => (QUOTED.has(tagName) ? [] : [`element ${tagName}`])),
    ...(isWhole && isQuote ? [] : ["reaches out of the quote"]),
    ...(hasComments(tree) ? ["HTML comment"] : []),
    ...(isFake ? ["fake marker"] : []),
    ...(findEntries(body).length > 0 ? ["fake milestone block"] : []),
    ...(resolveTokens(body, () => ({ target: "", url: "X" })) === body ? [] : ["fake token"]),
  ];
}

/** What is wrong with a whole body from Minutebook; its own marks are known to be in it. */
export function harmsOfBody(body: string, by: Render = render): readonly string[] {
  const tree = by(body.replaceAll(/<!-- ?minutebook[:-][^>]*-->/g, ""));
  return [
    ...harmsOfTree(tree),
    ...elementsOf(tree).flatMap(({ tagName }) =>
      QUOTED.has(tagName) || OURS.has(tagName) ? [] : [`element ${tagName}`],
    ),
    ...strayElements(tree.children),
    ...(hasComments(tree) ? ["HTML comment"] : []),
  ];
}

/** Elements of Minutebook's reports. */
const REPORTED = set(
  "p ul li strong em del a code pre br sub span details summary table thead tbody tr th td",
);

/** What is wrong with a report: a check run's summary or text. Only its own links lead anywhere. */
export function harmsOfReport(markdown: string, by: Render = render): readonly string[] {
  const tree = by(markdown);
  return [
    ...harmsOfTree(tree),
    ...elementsOf(tree).flatMap(({ tagName }) => (REPORTED.has(tagName) ? [] : [`element ${tagName}`])),
    ...(hasComments(tree) ? ["HTML comment"] : []),
  ];
}

/** Elements that are in no quote and that no body has there: something of the minutes got out. */
function strayElements(nodes: readonly (RootContent | ElementContent)[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type !== "element" || node.tagName === "blockquote") return [];
    const [summary] = node.children;
    const isOurs = OUTSIDE.has(node.tagName);
    const isFold =
      node.tagName !== "details" ||
      (summary?.type === "element" && textsOf(summary).join("") === "From the minutes");
    return [
      ...(isOurs && isFold ? [] : [`${node.tagName} outside of a quote`]),
      ...strayElements(node.children),
    ];
  });
}

function textsOutside(tree: Root, tagName: string): readonly string[] {
  const without = structuredClone(tree);
  for (const element of elementsOf(without)) {
    if (element.tagName === tagName) element.children = [];
  }
  return textsOf(without);
}
