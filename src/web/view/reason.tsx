import type { ReasonView } from "../model/outcome.ts";
import { useActs } from "./context.ts";

/** A reason whose line numbers lead to the lines: "Mentioned on lines 7, 8." */
export function Reason({ reason: { text, lines } }: { readonly reason: ReasonView }) {
  if (lines === null) return <>{text}</>;
  const start = text.lastIndexOf(lines);
  return (
    <>
      {text.slice(0, start)}
      <Lines text={lines} />
      {text.slice(start + lines.length)}
    </>
  );
}

/** `lines 7, 8 and 12 more`, where the last number is none of a line. */
function Lines({ text }: { readonly text: string }) {
  const { goToLine } = useActs();
  return (
    <>
      {text.split(/(?<!\d)(\d{1,7})(?! more|\d)/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <button
            key={index}
            type="button"
            class="line"
            aria-label={`Go to line ${part} of the minutes`}
            onClick={() => goToLine(Number(part))}
          >
            {part}
          </button>
        ),
      )}
    </>
  );
}
