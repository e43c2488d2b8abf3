import type { Html, Link, List, ListItem, Paragraph, PhrasingContent, Strong, Text } from "mdast";

/** Small builders of Markdown trees: bodies are never put together as text, so nothing in them can break out. */

export function text(value: string): Text {
  return { type: "text", value };
}

export function strong(...children: PhrasingContent[]): Strong {
  return { type: "strong", children };
}

export function link(url: string, ...children: PhrasingContent[]): Link {
  return { type: "link", url, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

/** A bullet list; each item is one paragraph. */
export function bullets(items: readonly (readonly PhrasingContent[])[]): List {
  const children = items.map(
    (item): ListItem => ({ type: "listItem", spread: false, children: [paragraph(...item)] }),
  );
  return { type: "list", ordered: false, spread: false, children };
}

/** HTML of our own. Never anything that was written in minutes. */
export function html(value: string): Html {
  return { type: "html", value };
}
