import { type Answer, bodyOf, type Call, created, ok, paginate } from "../http/answer.ts";
import { repositoryOf, type Route } from "../http/route.ts";
import {
  createMilestone,
  findMilestone,
  type MilestoneFields,
  updateMilestone,
} from "../world/milestones.ts";
import { Refusal } from "../world/refusal.ts";
import { READ, WRITE } from "./issues.ts";
import { milestoneShape } from "./shapes/thread.ts";

function list(call: Call): Answer {
  const { state = "open", sort = "due_on", direction = "asc" } = call.query;
  const sign = direction === "desc" ? -1 : 1;
  const due = (at: Date | null) => at?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const milestones = [...repositoryOf(call).milestones.values()]
    .filter((milestone) => state === "all" || milestone.state === state)
    .sort((a, b) => sign * ((sort === "due_on" ? due(a.dueOn) - due(b.dueOn) : 0) || a.number - b.number));
  return paginate(call, milestones, (milestone) => milestoneShape(call.world, milestone));
}

function create(call: Call): Answer {
  const repository = repositoryOf(call);
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  const fields = bodyOf<MilestoneFields & { readonly title: string }>(call);
  return created(milestoneShape(call.world, createMilestone(call.world, call.actor, repository, fields)));
}

function update(call: Call): Answer {
  const repository = repositoryOf(call);
  const milestone = findMilestone(repository, Number(call.path.milestone_number));
  if (repository.archived) throw new Refusal(403, "Repository was archived so is read-only.");
  return ok(
    milestoneShape(
      call.world,
      updateMilestone(call.world, call.actor, milestone, bodyOf<MilestoneFields>(call)),
    ),
  );
}

function get(call: Call): Answer {
  return ok(
    milestoneShape(call.world, findMilestone(repositoryOf(call), Number(call.path.milestone_number))),
  );
}

const MILESTONES = "/repos/{owner}/{repo}/milestones";

export const milestoneRoutes: readonly Route[] = [
  { operation: `GET ${MILESTONES}`, needs: READ, handle: list },
  { operation: `POST ${MILESTONES}`, needs: WRITE, handle: create },
  { operation: `GET ${MILESTONES}/{milestone_number}`, needs: READ, handle: get },
  { operation: `PATCH ${MILESTONES}/{milestone_number}`, needs: WRITE, handle: update },
];
