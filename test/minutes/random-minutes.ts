import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { generateMinutes } from "../../bench/generated/minutes.ts";

/** Pieces that mean something to Markdown or to a rule. */
const piece = fc.oneof(
  fc.constantFrom(
    ..."* |- |  - |> |# |### |\n|\n\n|\r\n|\t|    |**|_|`|```\n|[|](|)|<|>|<!-- | -->|---\n|| a | b |\n|| - | - |\n|[ ] |~~|\\|…".split(
      "|",
    ),
  ),
  fc.constantFrom(
    "#12",
    "octo/tea#3",
    "https://github.com/octo/tea/issues/4",
    "issues 1, 2",
    "1.2",
    "TODO: ",
    "ACTION ",
    "Ada",
    "Ada: ",
    "Present: ",
    "## Present\n",
    "agreed to ship",
    "Tuesday 2 March",
    "by Friday",
    "<ada> ",
    "[name=Ada] (5m): ",
    "[private] ",
    "<!-- minutebook: private -->",
    "@ada",
    "&nbsp;",
    "won’t",
    "{: #x}",
    "é",
    "👍",
    "\u0000",
    "\u2028",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);
export const randomText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

/** Published minutes where there are some beside the repository, else such as the benchmarks generate. */
const originals = realMinutes() ?? generateMinutes(40).map(({ source }) => source);

function realMinutes(): readonly string[] | null {
  const folder = join(import.meta.dirname, "../../../shared/corpus/minutes");
  if (!existsSync(folder)) return null;
  return globSync("*/*.md", { cwd: folder })
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Minutes with a part cut out, doubled or replaced by something random. */
export const mutatedMinutes = fc
  .tuple(fc.nat(40), fc.nat(3000), fc.nat(200), randomText, fc.boolean())
  .map(([index, start, length, text, isDoubled]) => {
    const source = originals[index % originals.length] ?? "";
    const cut = source.slice(start, start + length);
    return source.slice(0, start) + text + (isDoubled ? cut + cut : "") + source.slice(start + length);
  });
