import type { Understanding } from "../model/understand.ts";
import { Bodies } from "./bodies.tsx";
import { JsonView } from "./json-view.tsx";
import { PlanView } from "./plan-view.tsx";
import { Tabs } from "./tabs.tsx";

export interface AppProps {
  readonly understanding: Understanding | null;
  readonly error: string | null;
  /** Keys of the steps that are looked at in the editor. */
  readonly active: readonly string[];
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  /** Called with the keys of the steps that are looked at here. */
  readonly onLook: (steps: readonly string[]) => void;
}

/** The right side: what would be posted. */
export function App({ understanding, error, active, tab, onTab, onLook }: AppProps) {
  if (error !== null) return <p role="alert">This could not be read: {error}</p>;
  if (understanding === null) return <p>Reading …</p>;
  const { plan } = understanding;
  const count = (kind: string): number =>
    plan.steps.filter((step) => step.kind === kind && step.action !== "skip").length;
  const bodies = (kind: "comment" | "issue" | "milestone") => (
    <Bodies kind={kind} understanding={understanding} active={active} onLook={onLook} />
  );
  return (
    <Tabs
      selected={tab}
      onSelect={onTab}
      tabs={[
        { id: "comment", title: "Comments", count: count("comment"), content: () => bodies("comment") },
        { id: "issue", title: "Issues", count: count("issue"), content: () => bodies("issue") },
        {
          id: "milestone",
          title: "Milestones",
          count: count("milestone"),
          content: () => bodies("milestone"),
        },
        {
          id: "plan",
          title: "Plan",
          count: plan.steps.length,
          content: () => <PlanView understanding={understanding} />,
        },
        { id: "json", title: "JSON", count: null, content: () => <JsonView value={understanding.meeting} /> },
      ]}
    />
  );
}
