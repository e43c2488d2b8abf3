import { useActs } from "./context.ts";

/** A sentence whose line numbers lead to the lines: "Mentioned on lines 7, 8." */
export function Reason({ text }: { readonly text: string }) {
  const parts = text.split(/(\blines? \d+(?:(?:, | and |–)\d+)*)/);
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <Lines key={index} text={part} />))}</>;
}

function Lines({ text }: { readonly text: string }) {
  const { goToLine } = useActs();
  return (
    <>
      {text.split(/(\d+)/).map((part, index) =>
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
