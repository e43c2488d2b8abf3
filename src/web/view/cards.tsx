import { useState } from "preact/hooks";
import type { BodyKind, StepView } from "../model/outcome.ts";
import { Card } from "./card.tsx";

export interface CardsProps {
  readonly kind: BodyKind;
  readonly steps: readonly StepView[];
  readonly version: number;
  readonly active: readonly string[];
}

const NOTHING: Readonly<Record<BodyKind, string>> = {
  comment: "No comments. The minutes mention no issue, pull request, or discussion.",
  issue: "No issues. The minutes have no actions.",
  milestone: "No notes. The minutes mention no known milestone.",
};

/** More are drawn when they are asked for: nobody looks at hundreds, and each keystroke would pay for them. */
const PAGE = 30;

/** Comments, issues or milestone notes, each as GitHub will show it. */
export function Cards({ kind, steps, version, active }: CardsProps) {
  const [limit, setLimit] = useState(PAGE);
  if (steps.length === 0) return <p class="nothing">{NOTHING[kind]}</p>;
  const looked = steps.findIndex(({ key }) => active.includes(key));
  const shown = steps.slice(0, Math.max(limit, looked + 1));
  return (
    <>
      {shown.map((step) => (
        <Card key={step.key} step={step} version={version} isActive={active.includes(step.key)} />
      ))}
      {shown.length === steps.length ? null : (
        <button type="button" class="more" onClick={() => setLimit(shown.length + PAGE)}>
          Show more of the other {steps.length - shown.length}
        </button>
      )}
    </>
  );
}
