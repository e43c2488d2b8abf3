import type { Config } from "../../config/config.ts";
import type { MinutesChange } from "../../plan/input.ts";
import type { Plan } from "../../plan/plan.ts";
import { hasSameOwner } from "../../minutes/repository-name.ts";

const VERSION = /(?<![\w.#/-])v?\d{1,4}\.\d{1,4}(?:\.\d{1,4})?(?![\w.%]|\.\d)/;
/** A way into a release: other versions are those of tools. */
const INTO_RELEASE =
  /\b(?:go(?:es|ing)?|land(?:s|ed)?|ship(?:s|ped)?|be|slip(?:s|ped)?|release[ds]?|mov(?:e|ed|es)|postponed?|planned|scheduled|targeted|backport(?:ed)?|merged) (?:out )?(?:in|into|to|for|with) (?:the )?(?:release |version |milestone )?$/i;

/** A version that public words of the minutes send something to. null: there is none. */
function findRelease(files: readonly MinutesChange[]): string | null {
  const texts = files.flatMap(({ meeting }) =>
    meeting === null
      ? []
      : [
          ...meeting.decisions.map(({ text }) => text),
          ...meeting.references.map(({ excerpt }) => excerpt.markdown),
        ],
  );
  for (const text of texts) {
    const match = VERSION.exec(text);
    if (match !== null && INTO_RELEASE.test(text.slice(Math.max(0, match.index - 60), match.index)))
      return match[0];
  }
  return null;
}

/** What a plan that asks nobody cannot know, where it matters for these minutes. */
export function offlineNotes(plan: Plan, config: Config, files: readonly MinutesChange[]): readonly string[] {
  const targets = plan.steps.flatMap((step) => {
    if (step.action === "skip") return [];
    return step.kind === "comment" ? step.target.repository : step.repository;
  });
  const foreign = [...new Set(targets)].filter((name) => !hasSameOwner(name, plan.repository));
  const accepts = foreign.map(
    (name) =>
      `${name} has another owner. Nothing is posted there unless its own .github/minutebook.yml says accept: [${plan.repository}]. --github checks that.`,
  );
  const release = config.milestones.length > 0 ? null : findRelease(files);
  if (release === null) return accepts;
  return [
    ...accepts,
    `${release} is not read as a release: without --github only titles under milestones in the configuration are.`,
  ];
}
