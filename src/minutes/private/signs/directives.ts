import { isMarkWord } from "../mark-word.ts";
import type { Sign, SignSource } from "./sign.ts";

const COLONS = /^ {0,12}(:{3,}) ?([^:]{0,120})$/;
/** A directive of MyST, with its title. */
const DIRECTIVE = /^[ \t>]{0,12}(`{3,}|~{3,}) ?\{[\w-]{1,30}\} ?([^`\n]{0,120})$/;
const CLASS_OPTION = /^[ \t>]{0,12}:class: ?([^:]{1,120})$/;
const MOST_OPTIONS = 5;

/** The first word, and the title behind it. */
function splitFirst(name: string): readonly string[] {
  const end = name.search(/\s/);
  return end < 0 ? [name] : [name.slice(0, end), name.slice(end)];
}

/** `::: private` … `:::`, `:::{note} Private` … `:::`. */
export function colonSigns({ lines, isCode, own }: SignSource): readonly Sign[] {
  const signs: Sign[] = [];
  let depth = 0;
  for (const [index, text] of lines.entries()) {
    const colons = text.includes(":::") ? COLONS.exec(text) : null;
    const line = index + 1;
    if (colons === null || isCode(line)) continue;
    const name = (colons[2] ?? "").replaceAll(/[{}.]/g, " ").trim();
    const place = { line, endLine: line, isBehindText: false };
    if (depth > 0) {
      depth += name === "" ? -1 : 1;
      if (depth === 0) signs.push({ ...place, does: "closes" });
    } else if ([name, ...splitFirst(name)].some((part) => isMarkWord(part, own))) {
      depth = 1;
      signs.push({ ...place, does: "opens" });
    }
  }
  return signs;
}

/** ```` ```{note} Private ````, or with `:class: private` below, up to the end of that fence. */
export function directiveSigns({ lines, isCode, own }: SignSource): readonly Sign[] {
  const signs: Sign[] = [];
  let open: string | null = null;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const place = { line, endLine: line, isBehindText: false };
    if (open !== null) {
      const end = text.replace(/^[ \t>]+/, "").trimEnd();
      if (!end.startsWith(open) || end !== (open[0] ?? "").repeat(end.length)) continue;
      open = null;
      signs.push({ ...place, does: "closes" });
      continue;
    }
    const directive = text.includes("{") ? DIRECTIVE.exec(text) : null;
    if (directive === null || isCode(line)) continue;
    const options = lines.slice(index + 1, index + 1 + MOST_OPTIONS);
    const classes = options.flatMap((option) => CLASS_OPTION.exec(option)?.[1]?.split(" ") ?? []);
    if (![directive[2] ?? "", ...classes].some((word) => isMarkWord(word, own))) continue;
    open = directive[1] ?? null;
    signs.push({ ...place, does: "opens" });
  }
  return signs;
}
