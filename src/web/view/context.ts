import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** What the cards can ask of the page around them. */
export interface PageActs {
  /** The user looks at what came of these steps, by hovering or with the focus; none: no longer. */
  readonly look: (steps: readonly string[]) => void;
  readonly goToLine: (line: number) => void;
  readonly goToEditor: () => void;
  readonly goToStep: (key: string) => void;
  /** Calls back with a body as HTML that is safe to show. Returns what calls it off. */
  readonly readBody: (key: string, onHtml: (html: string) => void) => () => void;
  readonly readJson: (onJson: (text: string) => void) => void;
}

const Acts = createContext<PageActs | null>(null);

export const ActsProvider = Acts.Provider;

/** Throws outside of `ActsProvider`. */
export function useActs(): PageActs {
  const acts = useContext(Acts);
  if (acts === null) throw new Error("This component is outside of the page.");
  return acts;
}
