import { endRun, trimEnd } from "./trim.ts";
import { removeInvisible } from "./invisible.ts";
import { withoutEmphasis, withoutLinks } from "./inline-marks.ts";

/** A text of the minutes in one line without Markdown, as a title can hold it. */
export function plainText(value: string): string {
  const words = withoutLinks(removeInvisible(value))
    .replace(/<?https?:\/\/[^\s>)\]]+>?/gi, (url) => shortUrl(url.replace(/^<|>$/g, "")))
    .replace(/\{\.[\w-]+\}/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
  const title = withoutTags(withoutEmphasis(words).replaceAll("`", ""))
    .replace(/(?<![\p{L}\p{N}@])@+(?=[\w-])/gu, "")
    .replace(/^[\s>#*+|-]*(?:\[[ xX]\]\s*)?/, "")
    .replace(/^\[([^\]]{8,})\]/, "$1")
    .replace(/\s+(?=[\s:;,.!?)]|$)/g, "")
    .replace(/\s+/g, " ");
  return withoutTrail(title).trim();
}

/** Without full stops, dashes, opening brackets and stray marks at the end. */
function withoutTrail(title: string): string {
  const words = trimEnd(title, /[\s.:;,|–—([{-]/);
  const marks = endRun(words, /[*_~]/).length;
  const isStray = marks > 0 && /\s/.test(words[words.length - marks - 1] ?? "");
  return isStray ? withoutTrail(words.slice(0, -marks)) : words;
}

/** HTML's tags and comments. */
function withoutTags(text: string): string {
  const [first = "", ...rest] = text.split("<!--");
  const behind = rest.map((part) => {
    const end = part.indexOf("-->");
    return end === -1 ? `<!--${part}` : part.slice(end + 3);
  });
  return [first, ...behind]
    .join("")
    .replace(TAG, (tag, name: string) => (ELEMENTS.has(name.toLowerCase()) ? "" : tag));
}

const TAG = /<\/?([a-z][\w-]{0,20})(?:\s[^<>]*|\/)?>/gi;

/** Elements of HTML that GitHub shows or takes out; what else is in angle brackets is a word: `<listOrg>`, `<name>`. */
const ELEMENTS = new Set(
  (
    "a abbr b big blockquote br button center code dd del details div dl dt em figure font form h1 h2 h3 h4 h5 h6 hr i " +
    "iframe img input ins kbd label li link mark meta object ol option p picture pre q rp rt ruby s samp script select " +
    "small source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead tr tt u ul var video"
  ).split(" "),
);

/** What people call the page behind an address: `owner/repo#1`, or its host. */
function shortUrl(url: string): string {
  const [, , , owner = "", name = "", kind = "", number = ""] = url.split("/");
  const digits = /^\d+/.exec(number)?.[0];
  const isIssue =
    /^(?:issues|pull|discussions)$/.test(kind) && /^[\w-]+$/.test(owner) && /^[\w.-]+$/.test(name);
  if (isIssue && digits !== undefined) return `${owner}/${name}#${digits}`;
  return /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? "";
}
