import type { Root, RootContent } from "mdast";

/** A heading whose end is near: longer ones are prose. */
const HEADING = /<h([1-6])(?:\s[^<>]{0,500})?>([^<]{0,500}(?:<(?!\/h[1-6])[^<]{0,500}){0,20})<\/h[1-6]>/gi;
const TAG = /<[^<>]*>/g;

/**
 * HTML that is too much for a parser as what Markdown makes of it, text line by line; but headings, which say what is
 * private, are headings. Its work grows with the length alone.
 */
export function splitHtml(source: string): Root {
  const children: RootContent[] = [];
  let end = 0;
  let line = 1;
  const write = (to: number): void => {
    const value = source.slice(end, to);
    children.push({ type: "html", value, position: positionOf(line) });
    line += countLines(value);
  };
  for (const { 0: whole, 1: level, 2: content = "", index } of source.matchAll(HEADING)) {
    write(index);
    const value = content.replace(TAG, "").replace(/\s+/g, " ").trim();
    const depth = Number(level) as 1 | 2 | 3 | 4 | 5 | 6;
    children.push({
      type: "heading",
      depth,
      children: [{ type: "text", value, position: positionOf(line) }],
      position: positionOf(line),
    });
    line += countLines(whole);
    end = index + whole.length;
  }
  write(source.length);
  return { type: "root", children };
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

function positionOf(line: number): NonNullable<RootContent["position"]> {
  const point = { line, column: 1 };
  return { start: point, end: point };
}
