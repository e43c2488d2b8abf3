/**
 * Bodies are templates: lines of text with tokens such as `{{decisions}}`, each replaced by a part of ours. A team can
 * write its own in the configuration.
 */

export type TemplateKind = "comment" | "issue";

/** The tokens of each kind of body. */
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

/** What stands in bodies where a team wrote nothing of its own. */
export const DEFAULT_TEMPLATES: Readonly<Record<TemplateKind, string>> = {
  comment:
    "{{intro}}\n\n{{decisions}}\n\n{{actions}}\n\n{{milestones}}\n\n{{excerpt}}\n\n{{edited}}\n\n{{footer}}",
  issue: "{{note}}\n\n{{intro}}\n\n{{facts}}\n\n{{excerpt}}\n\n{{references}}\n\n{{also}}\n\n{{footer}}",
};

const TOKEN = /\{\{\s*([\w-]*)\s*\}\}/g;

/** The tokens of a template that we do not know, as written. */
export function findUnknownTokens(template: string, kind: TemplateKind): readonly string[] {
  const known = new Set(TEMPLATE_TOKENS[kind]);
  const names = [...template.matchAll(TOKEN)].map((match) => match[1] ?? "");
  return [...new Set(names.filter((name) => !known.has(name)))];
}

/** Replaces the tokens. Lines with nothing but empty parts are left out. */
export function renderTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  for (const line of template.replaceAll("\r\n", "\n").split("\n")) {
    const rendered = line.replaceAll(TOKEN, (_token, name: string) => parts[name] ?? "");
    const isLeftOut = rendered.trim() === "" && (line.trim() !== "" || lines.at(-1) === "");
    if (!isLeftOut) lines.push(rendered);
  }
  return lines.join("\n").trim();
}
