import { render } from "preact";
import type { Summary } from "../messages.ts";
import type { Outcome, StepView } from "../model/outcome.ts";
import { Cards } from "./cards.tsx";
import { ActsProvider, type PageActs } from "./context.ts";
import { JsonView } from "./json-view.tsx";
import { PlanView } from "./plan-view.tsx";
import { Tabs } from "./tabs.tsx";

export interface AppProps {
  readonly acts: PageActs;
  readonly summary: Summary | null;
  /** null: nothing was planned yet. */
  readonly outcome: Outcome | null;
  /** Counts the plans, so that it is seen when a body may be another one. */
  readonly version: number;
  readonly error: string | null;
  /** Keys of the steps that are looked at in the editor. */
  readonly active: readonly string[];
  readonly tab: string;
  readonly onTab: (tab: string) => void;
}

/** Draws the right side, or draws it again. */
export function renderApp(place: HTMLElement, props: AppProps): void {
  render(<App {...props} />, place);
}

/** The right side: what would be posted. */
function App({ acts, summary, outcome, version, error, active, tab, onTab }: AppProps) {
  if (outcome === null) return error === null ? <p class="nothing">Reading…</p> : <Failure message={error} />;
  const count = (kind: StepView["kind"]): number =>
    outcome.steps.filter((step) => step.kind === kind && step.action !== "skip").length;
  const cards = (kind: "comment" | "issue" | "milestone") => (
    <Cards
      key={kind}
      kind={kind}
      steps={outcome.steps.filter((step) => step.kind === kind)}
      version={version}
      active={active}
    />
  );
  return (
    <ActsProvider value={acts}>
      {error === null ? null : <Failure message={error} />}
      <SummaryLine summary={summary} outcome={outcome} />
      <Tabs
        selected={tab}
        onSelect={onTab}
        tabs={[
          { id: "comment", title: "Comments", count: count("comment"), content: () => cards("comment") },
          { id: "issue", title: "Issues", count: count("issue"), content: () => cards("issue") },
          {
            id: "milestone",
            title: "Milestones",
            count: count("milestone"),
            content: () => cards("milestone"),
          },
          {
            id: "plan",
            title: "Plan",
            count: outcome.steps.length,
            content: () => <PlanView outcome={outcome} active={active} />,
          },
          { id: "json", title: "JSON", count: null, content: () => <JsonView version={version} /> },
        ]}
      />
    </ActsProvider>
  );
}

function Failure({ message }: { readonly message: string }) {
  return (
    <p class="failure" role="alert">
      This can't be read: {message}
    </p>
  );
}

/** The meeting, in one line. */
function SummaryLine({ summary, outcome }: { readonly summary: Summary | null; readonly outcome: Outcome }) {
  const { title, date, attendees } = summary ?? { title: null, date: null, attendees: [] };
  const people = attendees.length > 4 ? `${attendees.length} people` : attendees.join(", ");
  return (
    <p class="summary">
      <b>{title ?? "Untitled minutes"}</b>
      <span>{date ?? "no date found"}</span>
      {people === "" ? null : <span>{people}</span>}
      {outcome.approval === null ? null : <span class="approval">{outcome.approval}</span>}
    </p>
  );
}
