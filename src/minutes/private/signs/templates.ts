import { isMarkWord } from "../mark-word.ts";
import type { Sign, SignSource } from "./sign.ts";

/** `{% private %}`, `{% block private %}`, `{%- if page.private -%}`. */
const TEMPLATE = /(?<!\{)\{%-? {0,3}(end)?([a-z_]{1,40})(?: {1,3}([^{}%]{0,80}))? {0,3}-?%\}/gi;
/** `{{< private >}}`, `{{% /private %}}`. */
const SHORTCODE = /\{\{[<%] {0,3}(\/)? {0,3}([a-z_-]{1,40}) {0,3}[>%]\}\}/gi;
/** `#+begin_private` of Org. */
const ORG = /^ {0,12}#\+(begin|end)_([a-z_-]{1,40})/i;
/** These have a name or a condition, and an end of their own. */
const BLOCK_TAG = /^(?:block|if|unless|section|call|filter|capture|tag|only)$/;

/**
 * `{% private %}` … `{% endprivate %}`, `{% if page.private %}` … `{% endif %}`, `{{< private >}}` … `{{< /private
 * >}}`.
 */
export function templateSigns({ lines, isCode, own }: SignSource): readonly Sign[] {
  const signs: Sign[] = [];
  let open: { readonly name: string; depth: number } | null = null;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (!/\{%|\{\{|#\+/.test(text) || isCode(line)) continue;
    const place = { line, endLine: line, isBehindText: false };
    for (const { name, argument, isEnd } of templateTags(text)) {
      if (open === null) {
        const mark = BLOCK_TAG.test(name) ? lastName(argument) : name;
        if (!isMarkWord(mark, own)) continue;
        if (!isEnd) open = { name, depth: 1 };
        signs.push({ ...place, does: isEnd ? "closes" : "opens" });
      } else if (name === open.name) {
        open.depth += isEnd ? -1 : 1;
        if (open.depth > 0) continue;
        open = null;
        signs.push({ ...place, does: "closes" });
      }
    }
  }
  return signs;
}

interface TemplateTag {
  readonly name: string;
  readonly argument: string;
  readonly isEnd: boolean;
}

function templateTags(text: string): readonly TemplateTag[] {
  const org = ORG.exec(text);
  const found = [
    ...[...text.matchAll(TEMPLATE)].map(({ 1: end, 2: name = "", 3: argument = "" }) => ({
      end,
      name,
      argument,
    })),
    ...[...text.matchAll(SHORTCODE)].map(({ 1: end, 2: name = "" }) => ({ end, name, argument: "" })),
    ...(org === null
      ? []
      : [{ end: /end/i.test(org[1] ?? "") ? "end" : undefined, name: org[2] ?? "", argument: "" }]),
  ];
  return found.map(({ end, name, argument }) => ({
    name: name.toLowerCase(),
    argument,
    isEnd: end !== undefined,
  }));
}

/** `page.private` is `private`. */
const lastName = (argument: string): string => argument.trim().split(".").at(-1) ?? "";
