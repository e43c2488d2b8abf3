/** A piece of a document, in which nothing is text any more. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Writes HTML; every text that is put in is shown as it is, in an element or in an attribute in quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const written = values.map((value) =>
    value instanceof Html ? value.text : value.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? ""),
  );
  return new Html(parts.map((part, index) => part + (written[index] ?? "")).join(""));
}
