/**
 * Takes the indentation off lines that were cut out of a list, so that no line of them becomes code or hangs below what
 * is not quoted. The number of lines stays.
 */
export function dedent(markdown: string): string {
  const lines = markdown.split(/\r\n|\r|\n/).map(expandTabs);
  const widths = lines.map(indentation);
  const outermost = Math.min(...widths);
  if (outermost === Number.POSITIVE_INFINITY) return lines.join("\n");
  // Lines before the first outermost one were cut out of something deeper: they lose what they have in common.
  const rest = widths.indexOf(outermost);
  const deeper = Math.min(...widths.slice(0, rest), Number.POSITIVE_INFINITY);
  return lines
    .map((line, index) => line.slice(index < rest ? Math.min(deeper, line.length) : outermost))
    .join("\n");
}

function indentation(line: string): number {
  const width = line.search(/\S/);
  return width === -1 ? Number.POSITIVE_INFINITY : width;
}

/** Tabs before the text as spaces, four columns each, as in Markdown. */
function expandTabs(line: string): string {
  return line.replace(/^[ \t]+/, (indent) => {
    let columns = 0;
    for (const character of indent) columns += character === "\t" ? 4 - (columns % 4) : 1;
    return " ".repeat(columns);
  });
}
