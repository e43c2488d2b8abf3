import type { Link, Text } from "mdast";

/** An address as GitHub makes a link of it, without the signs that end a sentence. */
const ADDRESS = /(?<![A-Za-z])(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?"'*_~()[\]|`\\]/gi;

/**
 * Addresses in a text as links, as GitHub makes them: those that were in HTML are no links yet, and would not be
 * checked.
 */
export function withBareLinks(node: Text): (Text | Link)[] {
  const { value } = node;
  const nodes: (Text | Link)[] = [];
  let end = 0;
  for (const { 0: address, index } of value.matchAll(ADDRESS)) {
    if (index > end) nodes.push(partOf(node, end, index));
    const url = /^www\./i.test(address) ? `http://${address}` : address;
    nodes.push({ type: "link", url, children: [{ type: "text", value: address }] });
    end = index + address.length;
  }
  if (end < value.length) nodes.push(partOf(node, end, value.length));
  return nodes;
}

/** A part of a text, which knows its line. */
function partOf(node: Text, start: number, end: number): Text {
  const { position, value } = node;
  const part: Text = { type: "text", value: value.slice(start, end) };
  if (position === undefined) return part;
  const line = position.start.line + value.slice(0, start).split("\n").length - 1;
  return { ...part, position: { ...position, start: { ...position.start, line } } };
}
