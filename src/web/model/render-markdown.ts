import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** GitHub's own list of elements is the library's default; a link may lead to the web and nowhere else. */
const schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ["http", "https"], src: ["http", "https"] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkBreaks)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(() => keepHere)
  .use(rehypeStringify)
  .freeze();

/** A body as GitHub shows it: HTML in which nothing runs and that loads nothing. */
export function renderMarkdown(body: string): string {
  return String(processor.processSync(body));
}

/**
 * Nothing is fetched for somebody's minutes, so that an image is its description; a link opens elsewhere; and one to
 * the commit that is not pushed yet leads to the line in the editor, as `#L7`.
 */
function keepHere(tree: Root): void {
  visit(tree, "element", (node) => {
    if (node.tagName === "img") {
      const alt = String(node.properties.alt ?? "");
      node.tagName = "span";
      node.properties = { className: ["image"] };
      node.children = [{ type: "text", value: alt === "" ? "image" : alt }];
    }
    if (node.tagName !== "a" || typeof node.properties.href !== "string") return;
    const line = /\/blob\/0{40}\/[^#]*#L(\d+)/.exec(node.properties.href)?.[1];
    if (line !== undefined) node.properties.href = `#L${line}`;
    else if (!node.properties.href.startsWith("#")) {
      node.properties.target = "_blank";
      node.properties.rel = ["noopener", "noreferrer", "nofollow"];
    }
  });
}
