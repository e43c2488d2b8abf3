import { useRef, useState } from "preact/hooks";
import type { Outcome, StepView } from "../model/outcome.ts";
import { useActs } from "./context.ts";
import { Reason } from "./reason.tsx";
import { useReveal } from "./use-reveal.ts";

const PAGE = 60;

/** The plan: each step with its reason, and the notices. */
export function PlanView({
  outcome,
  active,
}: {
  readonly outcome: Outcome;
  readonly active: readonly string[];
}) {
  const [limit, setLimit] = useState(PAGE);
  const { goToLine } = useActs();
  const { steps, notices } = outcome;
  const looked = steps.findIndex(({ key }) => active.includes(key));
  const shown = steps.slice(0, Math.max(limit, looked + 1));
  return (
    <>
      {notices.length === 0 ? null : (
        <ul class="notices" aria-label="Notices">
          {notices.map(({ line, code, text }, index) => (
            <li key={index} title={code}>
              {line === null ? null : (
                <button type="button" class="line" onClick={() => goToLine(line)}>
                  line {line}
                </button>
              )}{" "}
              {text}
            </li>
          ))}
        </ul>
      )}
      {steps.length === 0 ? <p class="nothing">Nothing to post.</p> : null}
      <ol class="plan">
        {shown.map((step) => (
          <Row key={step.key} step={step} isActive={active.includes(step.key)} />
        ))}
      </ol>
      {shown.length === steps.length ? null : (
        <button type="button" class="more" onClick={() => setLimit(shown.length + PAGE)}>
          Show more ({steps.length - shown.length} left)
        </button>
      )}
    </>
  );
}

const NAMES: Readonly<Record<StepView["kind"], string>> = {
  comment: "comment on",
  issue: "issue",
  milestone: "note on milestone",
  "assign-milestone": "milestone of",
  label: "label",
  unlabel: "label",
};

function Row({ step, isActive }: { readonly step: StepView; readonly isActive: boolean }) {
  const acts = useActs();
  const row = useRef<HTMLLIElement>(null);
  useReveal(row, isActive);
  const look = () => acts.look([step.key]);
  const leave = () => acts.look([]);
  return (
    <li
      ref={row}
      class={`${step.action}${isActive ? " active" : ""}`}
      onMouseEnter={look}
      onMouseLeave={leave}
      onFocusIn={look}
      onFocusOut={leave}
    >
      <span class={`chip ${step.action}`}>{step.action}</span>
      <div>
        {NAMES[step.kind]}{" "}
        {step.hasBody ? (
          <button type="button" class="link" onClick={() => acts.goToStep(step.key)}>
            {step.title}
          </button>
        ) : (
          <b>{step.title}</b>
        )}
        <p class="reason">
          <Reason reason={step.reason} />
        </p>
      </div>
    </li>
  );
}
