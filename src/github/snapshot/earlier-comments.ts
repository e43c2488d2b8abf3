import type { Client } from "../client.ts";
import { takeWhole } from "../graphql-answer.ts";
import { QueryBuilder } from "../query-builder.ts";
import { COMMENT_PAGE, type CommentNode, type CommentPage, type ThreadNode } from "./answers.ts";
import { commentsOf } from "./fragments.ts";

const PER_REQUEST = 100;

/**
 * Reads all comments of these threads, oldest first, from the last page that is known already back to the first. One
 * request asks for the next page of up to 100 threads.
 *
 * @returns comments by the threads' node ids
 */
export async function readAllComments(
  client: Client,
  threads: readonly ThreadNode[],
): Promise<ReadonlyMap<string, readonly CommentNode[]>> {
  const all = new Map(threads.map((thread) => [thread.id, nodesOf(thread.comments)]));
  let open = threads.flatMap((thread) => next(thread, thread.comments));
  while (open.length > 0) {
    const part = open.slice(0, PER_REQUEST);
    const pages = await readPages(client, part);
    const further = part.flatMap(({ thread }, index) => {
      const page = pages[index];
      if (page === undefined) return [];
      all.set(thread.id, [...nodesOf(page), ...(all.get(thread.id) ?? [])]);
      return next(thread, page);
    });
    open = [...open.slice(PER_REQUEST), ...further];
  }
  return all;
}

interface Open {
  readonly thread: ThreadNode;
  readonly cursor: string;
}

function next(thread: ThreadNode, { pageInfo }: CommentPage): readonly Open[] {
  return pageInfo.hasPreviousPage && pageInfo.startCursor !== null
    ? [{ thread, cursor: pageInfo.startCursor }]
    : [];
}

async function readPages(client: Client, open: readonly Open[]): Promise<readonly CommentPage[]> {
  const builder = new QueryBuilder();
  const selection = open.map(({ thread, cursor }, index) => {
    const kind = thread.__typename === "Discussion" ? "discussion" : "issue";
    const page = commentsOf(kind, builder.variable("String!", cursor));
    const node = `node(id: ${builder.variable("ID!", thread.id)})`;
    return `n${index}: ${node} { ... on ${thread.__typename} { ${page} } }`;
  });
  const { text, variables } = builder.build(selection.join("\n"));
  return client.query(text, variables, (answer) =>
    open.map((_, index) => takeWhole(answer, [`n${index}`, "comments"], COMMENT_PAGE)),
  );
}

function nodesOf(page: CommentPage): readonly CommentNode[] {
  return page.nodes.filter((node) => node !== null);
}
