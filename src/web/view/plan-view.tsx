import type { Understanding } from "../model/understand.ts";

/** The plan as the command line prints it, and what should be looked at. */
export function PlanView({ understanding }: { readonly understanding: Understanding }) {
  const { plan, meeting, planText } = understanding;
  const notices = [
    ...plan.notices.map(({ line, message }) => ({ line, message })),
    ...meeting.warnings.filter(({ message }) => !plan.notices.some((notice) => notice.message === message)),
  ];
  return (
    <>
      {notices.length === 0 ? null : (
        <ul class="notices">
          {notices.map(({ line, message }, index) => (
            <li key={index}>{line === null ? message : `Line ${line}: ${message}`}</li>
          ))}
        </ul>
      )}
      <pre class="plan">{planText}</pre>
    </>
  );
}
