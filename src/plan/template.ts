import { TEMPLATE_TOKEN, type TemplateKind } from "../config/template-tokens.ts";
import { own } from "../minutes/own.ts";

/**
 * Bodies are templates: lines of text with tokens such as `{{decisions}}`, each replaced by text from Minutebook. A
 * team can write its own in the configuration.
 */

/** The templates for a team that wrote none. */
export const DEFAULT_TEMPLATES: Readonly<Record<TemplateKind, string>> = {
  comment:
    "{{intro}}\n\n{{decisions}}\n\n{{actions}}\n\n{{milestones}}\n\n{{excerpt}}\n\n{{edited}}\n\n{{footer}}",
  issue: "{{note}}\n\n{{intro}}\n\n{{facts}}\n\n{{excerpt}}\n\n{{references}}\n\n{{also}}\n\n{{footer}}",
};

/** Replaces the tokens. Lines with nothing but empty parts are left out. */
export function renderTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  for (const line of template.replaceAll("\r\n", "\n").split("\n")) {
    const rendered = line.replaceAll(TEMPLATE_TOKEN, (_token, name = "") => own(parts, name) ?? "");
    const isLeftOut = rendered.trim() === "" && (line.trim() !== "" || lines.at(-1) === "");
    if (!isLeftOut) lines.push(rendered);
  }
  return lines.join("\n").trim();
}
