/** More alternatives than this are treated as a mistake. */
const MAX_ALTERNATIVES = 256;

/**
 * The globs that a glob with `{a,b}` expands to: `x{a,{b,c}}` for `xa`, `xb` and `xc`. A brace without its other half,
 * or without a comma, is a character like any other.
 *
 * @returns undefined where there are more than 256.
 */
export function expandBraces(glob: string): readonly string[] | undefined {
  const group = findGroup(glob);
  if (group === undefined) return [glob];
  const { start, end, options } = group;
  const tails = expandBraces(glob.slice(end + 1));
  const heads = options.map(expandBraces);
  if (tails === undefined || heads.includes(undefined)) return undefined;
  const all = heads.flatMap((texts = []) => texts.map((text) => glob.slice(0, start) + text));
  if (all.length * tails.length > MAX_ALTERNATIVES) return undefined;
  return all.flatMap((head) => tails.map((tail) => head + tail));
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
}

/** The first outermost `{…,…}`. */
function findGroup(glob: string): Group | undefined {
  for (let start = glob.indexOf("{"); start >= 0; start = glob.indexOf("{", start + 1)) {
    if (glob[start - 1] === "\\") continue;
    const group = readGroup(glob, start);
    if (group !== undefined && group.options.length > 1) return group;
  }
  return undefined;
}

function readGroup(glob: string, start: number): Group | undefined {
  const options = [""];
  let depth = 0;
  for (let at = start; at < glob.length; at += 1) {
    const character = glob[at] ?? "";
    if (character === "}") depth -= 1;
    if (depth === 0 && character === "}") return { start, end: at, options };
    if (depth === 1 && character === ",") options.push("");
    else if (at > start) options[options.length - 1] += character;
    if (character === "{") depth += 1;
  }
  return undefined;
}
