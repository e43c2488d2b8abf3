/** An element of the page by its id. Throws where the page lacks it: then the page and this code do not fit. */
export function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return found;
}

/** Takes the first file that is dropped anywhere on the element. */
export function onDrop(target: HTMLElement, take: (file: File) => void): void {
  target.addEventListener("dragover", (event) => event.preventDefault());
  target.addEventListener(
    "drop",
    (event) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      take(file);
    },
    { capture: true },
  );
}
