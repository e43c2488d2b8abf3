import type { Account, Issue, Label, Milestone, StateReason } from "../../world/entities.ts";
import type { Repository } from "../../world/repository.ts";
import { createIssue, lockThread, setState, type ThreadFields, updateThread } from "../../world/threads.ts";
import { assertWrite, nodeOf } from "../access.ts";
import type { Args, Context, Fields } from "../context.ts";
import { assertThreadWrite, echo, inputOf } from "./comments.ts";

function issueOf(args: Args, context: Context, key = "issueId"): Issue {
  const issue = nodeOf<Issue>(context, inputOf(args)[key], ["Issue"]);
  assertThreadWrite(context, issue);
  return issue;
}

function list<T>(context: Context, ids: unknown, types: readonly string[]): T[] | undefined {
  return (ids as readonly unknown[] | null | undefined)?.map((id) => nodeOf<T>(context, id, types));
}

/** GraphQL's input in REST's words. */
function fieldsOf(args: Args, context: Context): ThreadFields {
  const input = inputOf(args);
  const milestone = input.milestoneId;
  return {
    title: input.title as string | undefined,
    body: input.body as string | undefined,
    state: (input.state as string | undefined)?.toLowerCase() as "open" | "closed" | undefined,
    labels: list<Label>(context, input.labelIds, ["Label"])?.map((label) => label.name),
    assignees: list<Account>(context, input.assigneeIds, ["User"])?.map((who) => who.login),
    milestone:
      milestone == null
        ? (milestone as null | undefined)
        : nodeOf<Milestone>(context, milestone, ["Milestone"]).number,
  };
}

export const issueMutations: Fields<undefined> = {
  createIssue: (_root, args, context) => {
    const repository = nodeOf<Repository>(context, inputOf(args).repositoryId, ["Repository"]);
    assertWrite(context, repository, [["issues", "write"]], "read");
    return {
      ...echo(args),
      issue: createIssue(context.world, context.actor, repository, fieldsOf(args, context)),
    };
  },
  updateIssue: (_root, args, context) => {
    const issue = issueOf(args, context, "id");
    updateThread(context.world, context.actor, issue, fieldsOf(args, context));
    return { ...echo(args), issue };
  },
  closeIssue: (_root, args, context) => {
    const issue = issueOf(args, context);
    const reason = inputOf(args).stateReason;
    setState(
      context.world,
      context.actor,
      issue,
      "closed",
      reason == null ? null : (String(reason).toLowerCase() as StateReason),
    );
    return { ...echo(args), issue };
  },
  reopenIssue: (_root, args, context) => {
    const issue = issueOf(args, context);
    setState(context.world, context.actor, issue, "open");
    return { ...echo(args), issue };
  },
  lockLockable: (_root, args, context) => {
    const issue = issueOf(args, context, "lockableId");
    assertThreadWrite(context, issue, "write");
    lockThread(context.world, context.actor, issue, true);
    return { ...echo(args), actor: null, lockedRecord: issue };
  },
};
