/** MyST directives whose body is prose; the others hold code, data or file names. */
const PROSE = new RegExp(
  "^\\{(?:admonition|attention|caution|card|danger|div|dropdown|epigraph|error|hint|important|margin|" +
    "note|seealso|sidebar|tab-item|tip|topic|warning)\\}$",
);
/** No one nests more of them, and each level parses all its content again. */
export const MOST_DIRECTIVES = 8;
const OPTION = /^(?::[\w-]+:.*|\s*)$/;

/**
 * The prose in a MyST directive written as a fenced code block (```` ```{note} ````).
 *
 * @param info The fence's first word.
 * @returns The text and how many lines were skipped before it (the directive's options); null: it is code.
 */
export function directiveBody(info: string, value: string): { text: string; skipped: number } | null {
  if (!PROSE.test(info)) return null;
  const lines = value.split("\n");
  let skipped = 0;
  while (skipped < lines.length && OPTION.test(lines[skipped] ?? "")) skipped += 1;
  return { text: lines.slice(skipped).join("\n"), skipped };
}
