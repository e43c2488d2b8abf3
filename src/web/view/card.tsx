import { useEffect, useRef, useState } from "preact/hooks";
import type { StepView } from "../model/outcome.ts";
import { Avatar } from "./avatar.tsx";
import { useActs } from "./context.ts";
import { Reason } from "./reason.tsx";
import { useReveal } from "./use-reveal.ts";

export interface CardProps {
  readonly step: StepView;
  readonly version: number;
  readonly isActive: boolean;
}

/** A comment, an issue or a milestone's note. */
export function Card({ step, version, isActive }: CardProps) {
  const acts = useActs();
  const place = useRef<HTMLElement>(null);
  const html = useBody(place, step, version);
  useReveal(place, isActive, html);
  const look = () => acts.look([step.key]);
  const leave = () => acts.look([]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") acts.goToEditor();
  };
  return (
    <article
      ref={place}
      id={`step-${step.key}`}
      class={`card ${step.action}${isActive ? " active" : ""}`}
      aria-label={`${step.action} ${step.kind} ${step.title}`}
      tabIndex={-1}
      onMouseEnter={look}
      onMouseLeave={leave}
      onFocusIn={look}
      onFocusOut={leave}
      onKeyDown={onKeyDown}
    >
      <header>
        <h2>{step.title}</h2>
        <span class={`chip ${step.action}`}>{step.action}</span>
        <p class="reason">
          <Reason reason={step.reason} />
        </p>
      </header>
      {step.hasBody ? <Post step={step} html={html} /> : null}
    </article>
  );
}

const SAYS = { comment: "commented", issue: "opens this issue", milestone: "notes" } as const;

/** The body as GitHub shows it, under the name of the app. */
function Post({ step, html }: { readonly step: StepView; readonly html: string }) {
  const says = SAYS[step.kind as keyof typeof SAYS];
  return (
    <div class="post">
      <Avatar />
      <div class="bubble">
        <p class="byline">
          <b>minutebook</b> <span class="bot">bot</span> {says}
          {step.kind === "comment" ? null : ` in ${step.repository}`}
        </p>
        {/* The HTML went through the sanitiser of render-markdown.ts. */}
        <div class="markdown" dangerouslySetInnerHTML={{ __html: html }} />
        <Facts step={step} />
      </div>
    </div>
  );
}

/** What GitHub shows beside an issue. */
function Facts({ step: { assignees, labels, milestone } }: { readonly step: StepView }) {
  if (assignees.length === 0 && labels.length === 0 && milestone === null) return null;
  return (
    <ul class="facts" aria-label="Assignees, labels, milestone">
      {assignees.map((login) => (
        <li key={login}>@{login}</li>
      ))}
      {labels.map((label) => (
        <li key={label} class="label">
          {label}
        </li>
      ))}
      {milestone === null ? null : <li>milestone {milestone}</li>}
    </ul>
  );
}

/** The HTML of a step's body, asked for once the card is near the view, and again when there is a new plan. */
function useBody(
  card: { readonly current: HTMLElement | null },
  { key, hasBody }: StepView,
  version: number,
): string {
  const { readBody } = useActs();
  const [html, setHtml] = useState("");
  const isNear = useNearness(card);
  useEffect(
    () => (isNear && hasBody ? readBody(key, setHtml) : undefined),
    [isNear, key, hasBody, version, readBody],
  );
  return html;
}

function useNearness(card: { readonly current: HTMLElement | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (card.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      rootMargin: "400px",
    });
    observer.observe(card.current);
    return () => observer.disconnect();
  }, [card]);
  return isNear;
}
