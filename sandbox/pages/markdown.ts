import type { Root as HastRoot } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkBreaks from "remark-breaks";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkGithub, { type BuildUrlValues } from "remark-github";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { fullName, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { type Html, trusted } from "./html.ts";

export interface MarkdownPlace {
  readonly world: World;
  readonly repository: Repository;
  /** Comments keep line breaks; files do not. */
  readonly kind: "comment" | "file";
}

/** Where a mention or a reference leads; false: it is left as text, as GitHub does with what is not there. */
function buildUrl({ world }: MarkdownPlace, values: BuildUrlValues): string | false {
  if (values.type === "mention") {
    const known = world.accounts.get(values.user.toLowerCase());
    return known === undefined ? false : `${world.baseUrl}/${known.login}`;
  }
  const repository = world.repositories.get(`${values.user}/${values.project}`.toLowerCase());
  if (repository === undefined) return false;
  const base = `${world.baseUrl}/${fullName(repository)}`;
  if (values.type === "commit")
    return repository.git.objects.has(values.hash) ? `${base}/commit/${values.hash}` : false;
  if (values.type === "compare") return `${base}/compare/${values.base}...${values.compare}`;
  return repository.threads.has(Number(values.no)) ? `${base}/issues/${values.no}` : false;
}

/** Bare URLs of threads in the text are shown as `#1` or `owner/name#1`, as on GitHub. */
function shortenLinks({ world, repository }: MarkdownPlace) {
  const thread = /^\/([^/]+\/[^/]+)\/(?:issues|pull|discussions)\/(\d+)$/;
  return (tree: HastRoot): void => {
    visit(tree, "element", (node) => {
      const [text] = node.children;
      if (node.tagName !== "a" || node.children.length !== 1 || text?.type !== "text") return;
      const href = String(node.properties.href);
      if (!href.startsWith(`${world.baseUrl}/`)) return;
      const [, name, number] = thread.exec(href.slice(world.baseUrl.length)) ?? [];
      if (name === undefined || text.value !== href) return;
      text.value = `${name.toLowerCase() === fullName(repository).toLowerCase() ? "" : name}#${number}`;
    });
  };
}

/** Markdown as GitHub shows it: GFM, with mentions and references, sanitised by GitHub's own list of what may stay. */
export function markdown(place: MarkdownPlace, text: string): Html {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(place.kind === "file" ? remarkFrontmatter : remarkBreaks)
    .use(remarkGithub, {
      repository: fullName(place.repository),
      mentionStrong: false,
      buildUrl: (values) => buildUrl(place, values),
    })
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(place.kind === "file" ? rehypeSlug : () => undefined)
    .use(() => shortenLinks(place))
    .use(rehypeSanitize)
    .use(rehypeStringify);
  return trusted(`<div class="markdown">${String(processor.processSync(text))}</div>`);
}
