import { isSameName } from "../../minutes/repository-name.ts";
import type { KnownLogin } from "../../minutes/meeting.ts";
import type { IssueStep, Step } from "../plan.ts";

/** What a step acts on, in a few words. */
export function describeStep(step: Step): string {
  switch (step.kind) {
    case "comment": {
      const { repository, number, title } = step.target;
      return `comment on ${repository}#${number}${title === null ? "" : ` “${title}”`}`;
    }
    case "issue":
      return `issue ${step.repository}${step.number === null ? "" : `#${step.number}`} “${step.title}”`;
    case "milestone":
      return `note on milestone ${step.title} of ${step.repository}`;
    case "assign-milestone":
      return `milestone ${step.milestone.title} for ${step.repository}#${step.number}`;
    case "label":
      return `label “${step.name}” in ${step.repository}`;
    case "unlabel":
      return `label “${step.label}” on ${step.repository}#${step.number}`;
  }
}

/** What else a step sets, in a few words; "" where there is nothing else. */
export function describeDetails(step: Step): string {
  if (step.kind !== "issue" || step.action === "skip") return "";
  const parts = [
    describeAssignees(step),
    step.type === undefined ? "" : `of type ${step.type}`,
    step.labels.length === 0 ? "" : `labeled ${step.labels.join(", ")}`,
    step.milestone === null ? "" : `milestone ${step.milestone.title}`,
    step.stateReason === null ? "" : `as ${step.stateReason.replace("_", " ")}`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}

const SOURCES: Readonly<Record<KnownLogin["from"], string>> = {
  configuration: "the configuration",
  attendees: "the list of attendees",
};

/** `assigned to ada (Ada Byron, from the configuration)`: the logins and where they come from; "": nobody. */
export function describeAssignees({ assignees, known = [] }: IssueStep): string {
  if (assignees.length === 0) return "";
  const people = assignees.map((login) => {
    const one = known.find((other) => isSameName(other.login, login));
    return one === undefined ? login : `${login} (${one.name}, from ${SOURCES[one.from]})`;
  });
  return `assigned to ${people.join(", ")}`;
}

/** The text that a step writes; null: none. */
export function bodyOf(step: Step): string | null {
  if (step.kind === "comment" || step.kind === "issue") return step.body;
  return step.kind === "milestone" ? step.description : null;
}
