import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface Tab {
  readonly id: string;
  readonly title: string;
  /** How many there are. null: it is not counted. */
  readonly count: number | null;
  readonly content: () => ComponentChildren;
}

export interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** Tabs as the ARIA Authoring Practices describe them: arrow keys move, only the selected one is in the tab order. */
export function Tabs({ tabs, selected, onSelect }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find(({ id }) => id === selected) ?? tabs[0];
  const move = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined || current === undefined) return;
    const index = (tabs.indexOf(current) + step + tabs.length) % tabs.length;
    const next = tabs[index];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="What would be posted" ref={list}>
        {tabs.map(({ id, title, count }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === current?.id}
            aria-controls="tab-panel"
            tabIndex={id === current?.id ? 0 : -1}
            onClick={() => onSelect(id)}
            onKeyDown={move}
          >
            {title}
            {count === null ? null : <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div
        id="tab-panel"
        class="tab-panel"
        role="tabpanel"
        aria-labelledby={`tab-${current?.id}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
        tabIndex={0}
      >
        {current?.content()}
      </div>
    </>
  );
}
