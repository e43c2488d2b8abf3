import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../../plan/plan.ts";
import type { Understanding } from "../model/understand.ts";

export interface BodiesProps {
  readonly kind: "comment" | "issue" | "milestone";
  readonly understanding: Understanding;
  readonly active: readonly string[];
  readonly onLook: (steps: readonly string[]) => void;
}

const NOTHING = {
  comment: "No comment: the minutes mention no issue, pull request or discussion.",
  issue: "No issue: the minutes mark nothing as to be done.",
  milestone: "No note: the minutes speak of no milestone that is known.",
} as const;

/** Comments, issues or milestone notes, each as GitHub will show it. */
export function Bodies({ kind, understanding, active, onLook }: BodiesProps) {
  const steps = understanding.plan.steps.filter((step) => step.kind === kind);
  if (steps.length === 0) return <p class="nothing">{NOTHING[kind]}</p>;
  return (
    <>
      {steps.map((step) => (
        <Card
          key={step.key}
          step={step}
          html={understanding.bodies[step.key] ?? ""}
          isActive={active.includes(step.key)}
          onLook={onLook}
        />
      ))}
    </>
  );
}

interface CardProps {
  readonly step: Step;
  readonly html: string;
  readonly isActive: boolean;
  readonly onLook: (steps: readonly string[]) => void;
}

function Card({ step, html, isActive, onLook }: CardProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const look = () => onLook([step.key]);
  const leave = () => onLook([]);
  return (
    <article
      ref={card}
      class={`card ${step.action}${isActive ? " active" : ""}`}
      onMouseEnter={look}
      onMouseLeave={leave}
      onFocusIn={look}
      onFocusOut={leave}
    >
      <header>
        <span class={`action ${step.action}`}>{step.action}</span> <h2>{titleOf(step)}</h2>
        <p class="reason">{step.reason}</p>
      </header>
      {html === "" ? null : (
        // The HTML went through the sanitiser of render-markdown.ts.
        <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />
      )}
      {step.kind === "issue" ? <IssueFacts step={step} /> : null}
    </article>
  );
}

function titleOf(step: Step): string {
  if (step.kind === "comment") return `${step.target.repository}#${step.target.number}`;
  if (step.kind === "issue") return step.title;
  if (step.kind === "milestone") return `${step.repository}, milestone ${step.title}`;
  return step.key;
}

function IssueFacts({ step }: { readonly step: Extract<Step, { kind: "issue" }> }) {
  const facts = [
    step.repository,
    step.assignees.length === 0 ? null : `assigned to ${step.assignees.join(", ")}`,
    step.labels.length === 0 ? null : `labels ${step.labels.join(", ")}`,
    step.milestone === null ? null : `milestone ${step.milestone.title}`,
  ];
  return <footer>{facts.filter((fact) => fact !== null).join(" · ")}</footer>;
}
