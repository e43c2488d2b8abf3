import type { z } from "zod";
import type { RepositoryName } from "../../minutes/meeting.ts";
import type { RepositoryRequest } from "../../plan/snapshot.ts";
import type { Client } from "../client.ts";
import { takePart, type GraphQLAnswer } from "../graphql-answer.ts";
import { QueryBuilder, withAliases } from "../query-builder.ts";
import { SELECT_CONFIGURATION, textOf } from "../read-head.ts";
import { takeViewer } from "../write/people.ts";
import {
  ACTION_ISSUE,
  DISCUSSION,
  ISSUE_OR_PULL,
  LABEL,
  MILESTONE_PAGE,
  OWNERS_CONFIGURATION,
  REPOSITORY,
  USERS,
  type ActionIssueNode,
  type RepositoryNode,
  type ThreadNode,
} from "./answers.ts";
import { ACTION_ISSUE_FRAGMENT, milestonesOf, THREAD_FRAGMENTS } from "./fragments.ts";
import { isSameName, ownerKey } from "../../minutes/repository-name.ts";

/** What one request asks about one repository. */
export interface Question {
  readonly repository: RepositoryName;
  readonly request: RepositoryRequest;
  /** Numbers of Minutebook's issues. */
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
}

export interface Answers {
  readonly viewer: string;
  readonly repositories: readonly RepositoryAnswer[];
}

/** Asks everything about these repositories in one request. */
export async function readRepositories(client: Client, questions: readonly Question[]): Promise<Answers> {
  const builder = new QueryBuilder();
  const repositories = withAliases("r", questions);
  const owners = withAliases("o", [...new Set(questions.map(({ repository }) => ownerKey(repository)))]);
  const selection = [
    "viewer { login }",
    ...owners.map(
      ({ alias, value }) => `${alias}: ${builder.repository(`${value}/.github`)} { ${SELECT_CONFIGURATION} }`,
    ),
    ...repositories.map(({ alias, value }) => `${alias}: ${selectRepository(builder, value)}`),
  ];
  const fragments = [
    questions.some(({ request }) => request.threads.length > 0) ? THREAD_FRAGMENTS : "",
    questions.some(({ issues }) => issues.length > 0) ? ACTION_ISSUE_FRAGMENT : "",
  ];
  const { text, variables } = builder.build(selection.join("\n"), fragments.join("\n"));
  return client.query(text, variables, (answer) => {
    const configurations = new Map(
      owners.map(({ alias, value }) => [
        value,
        textOf(takePart(answer, [alias], OWNERS_CONFIGURATION)?.configuration ?? null),
      ]),
    );
    return {
      viewer: takeViewer(answer).login,
      repositories: repositories.map(({ alias, value }) => ({
        ...takeRepository(answer, alias, value),
        ownersConfiguration: configurations.get(ownerKey(value.repository)) ?? null,
      })),
    };
  });
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
    ${SELECT_CONFIGURATION}
    ${request.milestones ? milestonesOf(null) : ""}
    ${[...threads, ...own, ...labels, ...logins].join("\n")}
  }`;
}

/** Numbers in minutes may be of nothing, which GitHub says clearly; whatever else it does not show was not answered. */
function takeRepository(
  answer: GraphQLAnswer,
  alias: string,
  { repository, request, issues }: Question,
): Omit<RepositoryAnswer, "ownersConfiguration"> {
  const fields = takePart(answer, [alias], REPOSITORY);
  if (fields === null) {
    return { repository, node: null, ...nothingOf(request, issues) };
  }
  const take = <T>(name: string, schema: z.ZodType<T>) => takePart(answer, [alias, name], schema);
  const milestones = request.milestones ? take("milestones", MILESTONE_PAGE) : null;
  const threads = request.threads.map((number): [number, ThreadNode | null] => {
    const found = take(`t${number}`, ISSUE_OR_PULL);
    return [number, found ?? take(`d${number}`, DISCUSSION.nullable())];
  });
  const labels = withAliases("l", request.labels).flatMap((label) => take(label.alias, LABEL)?.name ?? []);
  const assignable = withAliases("a", request.logins).flatMap((login) => {
    const users = take(login.alias, USERS)?.nodes.flatMap((user) => user?.login ?? []) ?? [];
    // The query is a search: it finds names and longer logins too.
    return users.find((user) => isSameName(user, login.value)) ?? [];
  });
  const own = issues.map((number) => [number, take(`i${number}`, ACTION_ISSUE)] as const);
  const node = { ...fields, milestones };
  return {
    repository,
    node,
    threads: new Map(threads),
    issues: new Map(own),
    labels,
    assignable,
  };
}

function nothingOf({ threads }: RepositoryRequest, issues: readonly number[]) {
  return {
    threads: new Map(threads.map((number) => [number, null])),
    issues: new Map(issues.map((number) => [number, null])),
    labels: [],
    assignable: [],
  };
}
