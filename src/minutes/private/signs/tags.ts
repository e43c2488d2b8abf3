import { isMarkWord } from "../mark-word.ts";
import type { Sign, SignSource } from "./sign.ts";

const TAGS = /<(\/?)([a-z][\w-]{0,40})([^<>]{0,400})>/gi;
/** `class="note private"`, `data-visibility=private`, `private`. */
const ATTRIBUTES = /([a-z][\w:-]{0,40})(?: ?= ?(?:"([^"]{0,200})"|'([^']{0,200})'|([^\s"'<>=]{1,200})))?/gi;
/** These say how a part is called or what it is for; others hold addresses, styles and sentences. */
const NAMING =
  /^(?:class|id|name|title|role|type|kind|aria-label|data-.*|visibility|access|audience|scope)$/i;

/** What a page does not show is quoted nowhere either. */
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const UNSHOWN = "private";

/** `<private>` and `<div class="private">`, up to what ends them. */
export function tagSigns({ source, lineAt, isCode, own }: SignSource): readonly Sign[] {
  const signs: Sign[] = [];
  let open: { name: string; depth: number } | null = null;
  for (const { 0: tag, 1: slash, 2: name = "", 3: attributes = "", index } of source.matchAll(TAGS)) {
    if (source[index - 1] === "`" || attributes.endsWith("/")) continue;
    const line = lineAt(index);
    if (isCode(line)) continue;
    const place = { line, endLine: lineAt(index + tag.length), isBehindText: false };
    if (open === null) {
      const isMarked = [name, ...namesIn(attributes)].some((word) => isMarkWord(word, own));
      if (!isMarked || slash === "/") continue;
      open = { name, depth: 1 };
      signs.push({ ...place, does: "opens" });
    } else if (name === open.name) {
      open.depth += slash === "/" ? -1 : 1;
      if (open.depth > 0) continue;
      open = null;
      signs.push({ ...place, does: "closes" });
    }
  }
  return signs;
}

/** What a tag's attributes call it: classes one by one, other values whole, and attributes without a value. */
function namesIn(attributes: string): readonly string[] {
  return [...attributes.matchAll(ATTRIBUTES)].flatMap(([, name = "", ...values]) => {
    const value = values.find((one) => one !== undefined);
    if (value === undefined) return [/^hidden$/i.test(name) ? UNSHOWN : name.replace(/^data-/i, "")];
    if (/^style$/i.test(name)) return HIDING.test(value) ? [UNSHOWN] : [];
    if (!NAMING.test(name)) return isTrue(value) ? [name] : [];
    const isTruth = isTrue(value);
    return /^class$/i.test(name)
      ? value.split(" ")
      : [value, ...(isTruth ? [name.replace(/^data-/i, "")] : [])];
  });
}

const isTrue = (value: string): boolean => /^(?:true|yes|1)$/i.test(value);
