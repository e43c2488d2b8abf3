/** An extension that says how a text is written, and not what it is about. */
const EXTENSION = /\.(?:md|markdown|mdx|txt|log|irc|html?|xhtml|rst|adoc|org)$/i;
/** `tea.log.txt` has two. */
const MOST_EXTENSIONS = 3;

/** A path or a file's name without the extensions of texts at its end: `tea.log.txt` is `tea`. */
export function withoutExtensions(path: string): string {
  let name = path;
  for (let count = 0; count < MOST_EXTENSIONS; count += 1) name = name.replace(EXTENSION, "");
  return name;
}
