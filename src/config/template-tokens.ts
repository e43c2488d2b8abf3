/** A body that a team can write a text of its own for. */
export type TemplateKind = "comment" | "issue";

/** What such a text can contain as `{{intro}}`; Minutebook replaces it with text of its own. */
export const TEMPLATE_TOKENS: Readonly<Record<TemplateKind, readonly string[]>> = {
  comment: [
    "intro",
    "decisions",
    "actions",
    "milestones",
    "excerpt",
    "edited",
    "footer",
    "meeting",
    "date",
    "link",
  ],
  issue: ["intro", "facts", "excerpt", "references", "also", "note", "footer", "meeting", "date", "link"],
};

/** A token and what it is called, spaces around the name or not. */
export const TEMPLATE_TOKEN = /\{\{\s*(?:([\w-]+)\s*)?\}\}/g;

/** The tokens of a template that we do not know, as written. */
export function findUnknownTokens(template: string, kind: TemplateKind): readonly string[] {
  const known = new Set(TEMPLATE_TOKENS[kind]);
  const names = [...template.matchAll(TEMPLATE_TOKEN)].map((match) => match[1] ?? "");
  return [...new Set(names.filter((name) => !known.has(name)))];
}

/** `{{intro}}, {{facts}}`, as people read it. */
export function listTokens(kind: TemplateKind): string {
  return TEMPLATE_TOKENS[kind].map((name) => `{{${name}}}`).join(", ");
}
