import { type Answer, bodyOf, type Call, created, noContent, ok, paginate } from "../http/answer.ts";
import { type Need, repositoryOf, type Route } from "../http/route.ts";
import { createLabel, findLabel, labelsNamed } from "../world/labels.ts";
import { notFound, Refusal } from "../world/refusal.ts";
import { setLabels } from "../world/threads.ts";
import { issueOf, READ, WRITE } from "./issues.ts";
import { labelShape } from "./shapes/thread.ts";

type NewLabel = { readonly name: string; readonly color?: string; readonly description?: string };

function create(call: Call): Answer {
  const label = createLabel(call.world, call.actor, repositoryOf(call), bodyOf<NewLabel>(call));
  return created(labelShape(call.world, label));
}

function update(call: Call): Answer {
  const repository = repositoryOf(call);
  const label = findLabel(repository, String(call.path.name));
  const fields = bodyOf<{
    readonly new_name?: string;
    readonly color?: string;
    readonly description?: string;
  }>(call);
  if (fields.new_name !== undefined) {
    repository.labels.delete(label.name.toLowerCase());
    label.name = fields.new_name;
    repository.labels.set(label.name.toLowerCase(), label);
  }
  label.color = fields.color ?? label.color;
  label.description = fields.description ?? label.description;
  return ok(labelShape(call.world, label));
}

function remove(call: Call): Answer {
  const repository = repositoryOf(call);
  const label = findLabel(repository, String(call.path.name));
  repository.labels.delete(label.name.toLowerCase());
  for (const thread of repository.threads.values()) {
    const at = thread.labels.indexOf(label);
    if (at >= 0) thread.labels.splice(at, 1);
  }
  return noContent();
}

/** Names as the two forms of the body give them: a list, or an object with a list of names or of labels. */
function namesOf(call: Call): string[] {
  const body = call.body as { readonly labels?: unknown; readonly ""?: unknown };
  const list = (body[""] ?? body.labels ?? []) as readonly (string | { readonly name: string })[];
  return list.map((label) => (typeof label === "string" ? label : label.name));
}

function changeOnIssue(call: Call): Answer {
  const thread = issueOf(call);
  const given = labelsNamed(call.world, call.actor, thread.repository, namesOf(call));
  const isAddition = call.operation.method === "POST";
  const wanted = isAddition ? [...new Set([...thread.labels, ...given])] : given;
  if (thread.repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  if (!thread.repository.dropsSilently) setLabels(call.world, call.actor, thread, wanted);
  return ok(thread.labels.map((label) => labelShape(call.world, label)));
}

function removeFromIssue(call: Call): Answer {
  const thread = issueOf(call);
  const name = String(call.path.name).toLowerCase();
  const kept = thread.labels.filter((label) => label.name.toLowerCase() !== name);
  if (kept.length === thread.labels.length) throw new Refusal(404, "Label does not exist");
  if (thread.repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  setLabels(call.world, call.actor, thread, kept);
  return ok(thread.labels.map((label) => labelShape(call.world, label)));
}

function listOnIssue(call: Call): Answer {
  return paginate(call, issueOf(call).labels, (label) => labelShape(call.world, label));
}

function list(call: Call): Answer {
  const labels = [...repositoryOf(call).labels.values()].sort((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  );
  return paginate(call, labels, (label) => labelShape(call.world, label));
}

function get(call: Call): Answer {
  const label = repositoryOf(call).labels.get(String(call.path.name).toLowerCase());
  if (label === undefined) throw notFound();
  return ok(labelShape(call.world, label));
}

const LABELS = "/repos/{owner}/{repo}/labels";
const OF_ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/labels";
const MANAGE: readonly Need[] = WRITE;

export const labelRoutes: readonly Route[] = [
  { operation: `GET ${LABELS}`, needs: READ, handle: list },
  { operation: `POST ${LABELS}`, needs: MANAGE, handle: create },
  { operation: `GET ${LABELS}/{name}`, needs: READ, handle: get },
  { operation: `PATCH ${LABELS}/{name}`, needs: MANAGE, handle: update },
  { operation: `DELETE ${LABELS}/{name}`, needs: MANAGE, handle: remove },
  { operation: `GET ${OF_ISSUE}`, needs: READ, handle: listOnIssue },
  { operation: `POST ${OF_ISSUE}`, needs: WRITE, person: "triage", handle: changeOnIssue },
  { operation: `PUT ${OF_ISSUE}`, needs: WRITE, person: "triage", handle: changeOnIssue },
  { operation: `DELETE ${OF_ISSUE}/{name}`, needs: WRITE, person: "triage", handle: removeFromIssue },
];
