import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** On a narrow page the two halves are below each other: there the page would jump away under the finger. */
const areSideBySide = (): boolean => window.matchMedia("(min-width: 56rem)").matches;

/**
 * Scrolls an element into view when it becomes active.
 *
 * @param content - When this changes, the element has another size: it is scrolled to again.
 */
export function useReveal(place: RefObject<HTMLElement | null>, isActive: boolean, content = ""): void {
  useEffect(() => {
    const { current } = place;
    if (isActive && current !== null && areSideBySide() && !isInView(current))
      current.scrollIntoView({ block: "start" });
  }, [place, isActive, content]);
}

function isInView(element: HTMLElement): boolean {
  const panel = element.closest(".tab-panel")?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return panel === undefined || (top >= panel.top && bottom <= panel.bottom);
}
