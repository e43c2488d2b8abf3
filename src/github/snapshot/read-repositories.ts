import type { RepositoryName } from "../../minutes/meeting.ts";
import type { RepositoryRequest } from "../../plan/snapshot.ts";
import type { Client, GraphQLError } from "../client.ts";
import { QueryBuilder, withAliases } from "../query-builder.ts";
import { CONFIGURATION_PATH } from "../read-head.ts";
import type { ActionIssueNode, Aliased, RepositoryNode, ThreadNode } from "./answers.ts";
import { ACTION_ISSUE_FRAGMENT, milestonesOf, THREAD_FRAGMENTS } from "./fragments.ts";

/** What one request asks about one repository. */
export interface Question {
  readonly repository: RepositoryName;
  readonly request: RepositoryRequest;
  /** Numbers of issues of ours. */
  readonly issues: readonly number[];
}

export interface RepositoryAnswer {
  readonly repository: RepositoryName;
  /** null: not there, or not for us. */
  readonly node: RepositoryNode | null;
  /** Configuration of the owner's `.github` repository. */
  readonly ownersConfiguration: string | null;
  readonly threads: ReadonlyMap<number, ThreadNode | null>;
  readonly issues: ReadonlyMap<number, ActionIssueNode | null>;
  readonly labels: readonly string[];
  readonly assignable: readonly string[];
  readonly message: string | null;
}

export interface Answers {
  readonly viewer: string;
  readonly repositories: readonly RepositoryAnswer[];
}

const CONFIGURATION = `configuration: object(expression: "HEAD:${CONFIGURATION_PATH}") { ... on Blob { text } }`;

/** Asks everything about these repositories in one request. */
export async function readRepositories(client: Client, questions: readonly Question[]): Promise<Answers> {
  const builder = new QueryBuilder();
  const repositories = withAliases("r", questions);
  const owners = withAliases("o", [...new Set(questions.map(({ repository }) => ownerOf(repository)))]);
  const selection = [
    "viewer { login }",
    ...owners.map(
      ({ alias, value }) => `${alias}: ${builder.repository(`${value}/.github`)} { ${CONFIGURATION} }`,
    ),
    ...repositories.map(({ alias, value }) => `${alias}: ${selectRepository(builder, value)}`),
  ];
  const fragments = [
    questions.some(({ request }) => request.threads.length > 0) ? THREAD_FRAGMENTS : "",
    questions.some(({ issues }) => issues.length > 0) ? ACTION_ISSUE_FRAGMENT : "",
  ];
  const { text, variables } = builder.build(selection.join("\n"), fragments.join("\n"));
  const { data, errors } = await client.query<Aliased>(text, variables);
  const ownersText = new Map(owners.map(({ alias, value }) => [value, textOf(data[alias])]));
  return {
    viewer: (data.viewer as { readonly login: string }).login,
    repositories: repositories.map(({ alias, value }) => ({
      ...toAnswer(value, data[alias] as (RepositoryNode & Aliased) | null),
      ownersConfiguration: ownersText.get(ownerOf(value.repository)) ?? null,
      message: messageFor(errors, alias),
    })),
  };
}

function selectRepository(builder: QueryBuilder, { repository, request, issues }: Question): string {
  const threads = request.threads.flatMap((number) => {
    const argument = `(number: ${builder.variable("Int!", number)})`;
    return [
      `t${number}: issueOrPullRequest${argument} { ...issue ...pull }`,
      `d${number}: discussion${argument} { ...discussion }`,
    ];
  });
  const own = issues.map(
    (number) => `i${number}: issue(number: ${builder.variable("Int!", number)}) { ...action }`,
  );
  const labels = withAliases("l", request.labels).map(
    ({ alias, value }) => `${alias}: label(name: ${builder.variable("String!", value)}) { name }`,
  );
  const logins = withAliases("a", request.logins).map(
    ({ alias, value }) =>
      `${alias}: assignableUsers(query: ${builder.variable("String!", value)}, first: 20) { nodes { login } }`,
  );
  return `${builder.repository(repository)} {
    nameWithOwner url visibility isArchived hasIssuesEnabled
    defaultBranchRef { name }
    ${CONFIGURATION}
    ${request.milestones ? milestonesOf(null) : ""}
    ${[...threads, ...own, ...labels, ...logins].join("\n")}
  }`;
}

function toAnswer(
  { repository, request, issues }: Question,
  node: (RepositoryNode & Aliased) | null,
): Omit<RepositoryAnswer, "ownersConfiguration" | "message"> {
  const labels = withAliases("l", request.labels).flatMap(
    ({ alias }) => (node?.[alias] as { readonly name: string } | null | undefined)?.name ?? [],
  );
  const assignable = withAliases("a", request.logins).flatMap(({ alias, value }) => {
    const users = node?.[alias] as
      | { readonly nodes: readonly { readonly login: string }[] }
      | null
      | undefined;
    // The query is a search: it finds names and longer logins too.
    return users?.nodes.find(({ login }) => login.toLowerCase() === value.toLowerCase())?.login ?? [];
  });
  const threads = request.threads.map((number): [number, ThreadNode | null] => {
    const found = (node?.[`t${number}`] ?? node?.[`d${number}`] ?? null) as ThreadNode | null;
    return [number, found];
  });
  const own = issues.map(
    (number) => [number, (node?.[`i${number}`] ?? null) as ActionIssueNode | null] as const,
  );
  return { repository, node, threads: new Map(threads), issues: new Map(own), labels, assignable };
}

function messageFor(errors: readonly GraphQLError[], alias: string): string | null {
  return errors.find(({ path }) => path?.length === 1 && path[0] === alias)?.message ?? null;
}

function textOf(owner: unknown): string | null {
  return (
    (owner as { readonly configuration?: { readonly text?: string } | null } | null)?.configuration?.text ??
    null
  );
}

function ownerOf(repository: RepositoryName): string {
  return repository.split("/")[0]?.toLowerCase() ?? "";
}
