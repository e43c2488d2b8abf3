import { ZERO_WIDTH_SPACE as ZWSP } from "../quote/characters.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { breakReferences } from "../quote/references.ts";

declare const brand: unique symbol;

/**
 * Markdown for check runs, the summary of a job and other reports: nothing in it that others wrote is more than
 * text. Only the functions of this file make it, so that the type checker finds what bypasses them.
 */
export type Markdown = string & { readonly [brand]: "Markdown" };

/** A part that is Markdown already. */
class Raw {
  readonly markdown: string;

  constructor(markdown: string) {
    this.markdown = markdown;
  }
}

/** Puts Markdown into other Markdown as it is. */
export function raw(markdown: Markdown): Raw {
  return new Raw(markdown);
}

/** Markdown as it is written in the source; what is filled in becomes text, but for what `raw` marks. */
export function md(strings: TemplateStringsArray, ...values: readonly (string | number | Raw)[]): Markdown {
  const parts = strings.map((text, index) => {
    const value = values[index];
    if (value === undefined) return text;
    return `${text}${value instanceof Raw ? value.markdown : textOf(String(value))}`;
  });
  return parts.join("") as Markdown;
}

export const EMPTY = "" as Markdown;

/** Parts one below the other, without those that are empty. */
export function paragraphs(...parts: readonly Markdown[]): Markdown {
  return join(
    parts.filter((part) => part !== ""),
    "\n\n",
  );
}

export function join(parts: readonly Markdown[], separator: " " | ", " | "\n" | "\n\n" | " | "): Markdown {
  return parts.join(separator) as Markdown;
}

/** A text that others wrote, in one line. */
export function markdownText(text: string): Markdown {
  return textOf(text) as Markdown;
}

/** Signs that mean something anywhere in a line, and those that do at its beginning, behind a space too. */
const SIGNS = /[\\`*_{}[\]<>|~&]/g;
/** What would begin or end a formula; amounts are left alone. */
const DOLLAR = /\$(?!\d)/g;
const FIRST_SIGN = /^( ?)([-+=#:]|\d{1,9}(?=[.)]))/;

function textOf(text: string): string {
  const oneLine = removeInvisible(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")).replace(/\s+/g, " ");
  return breakReferences(oneLine)
    .replace(SIGNS, "\\$&")
    .replace(DOLLAR, "<span>$</span>")
    .replace(FIRST_SIGN, (_all, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}${ZWSP}` : `${space}\\${sign}`,
    );
}

/** A name that others chose, as code. */
export function codeSpan(text: string): Markdown {
  const clean = removeInvisible(text).replace(/\s+/g, " ").replaceAll("|", "\u2223");
  const fence = "`".repeat(longestRun(clean) + 1);
  const padding = /^[` ]|[` ]$/.test(clean) || clean === "" ? " " : "";
  return `${fence}${padding}${clean}${padding}${fence}` as Markdown;
}

/** A text of many lines that others wrote, as a block of code. */
export function codeBlock(text: string, language: "" | "markdown" | "yaml" = ""): Markdown {
  const clean = removeInvisible(text.replace(/\r\n?/g, "\n"));
  const fence = "`".repeat(Math.max(3, longestRun(clean) + 1));
  return `${fence}${language}\n${clean}\n${fence}` as Markdown;
}

function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

/** A text that leads to an address; text alone where that is none of the web. */
export function markdownLink(text: string, url: string | null): Markdown {
  const label = markdownText(text);
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return label;
  const address = new URL(url).href.replace(/[<>()[\]\\`|$*_~]/g, (sign) => `%${hex(sign)}`);
  return `[${label}](${address})` as Markdown;
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}

/** Something that is read once somebody unfolds it. */
export function folded(title: string, content: Markdown): Markdown {
  return `<details><summary>${htmlText(title)}</summary>\n\n${content}\n\n</details>` as Markdown;
}

/** A text that others wrote, in HTML. */
export function htmlText(text: string): string {
  const oneLine = removeInvisible(text.replace(/\s+/g, " "));
  return breakReferences(oneLine)
    .replace(/[&<>"]/g, (sign) => ENTITIES.get(sign) ?? sign)
    .replace(DOLLAR, "<span>$</span>");
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** A table; rows beyond `most` are counted. */
export function markdownTable(
  head: readonly Markdown[],
  rows: readonly (readonly Markdown[])[],
  most: number,
): Markdown {
  if (rows.length === 0) return EMPTY;
  const lines = [head, head.map(() => "---"), ...rows.slice(0, most)].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
  const more = rows.length > most ? `\n\n… and ${rows.length - most} more.` : "";
  return `${lines.join("\n")}${more}` as Markdown;
}
