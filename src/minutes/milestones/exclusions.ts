import { endRun, trimEnd } from "../../language/text/trim.ts";

/**
 * Numbers that read like a milestone and are something else:
 *
 * | habit | example |
 * | --- | --- |
 * | another product's version | `Python 3.8`, `Helm 3.0`, `Node.js 16` beside a milestone of tea |
 * | a sum, a share, a size | `$20.3`, `20.3%`, `20.3 MB`, `1.5x` |
 * | a section, a figure, a list number | `section 1.3`, `§ 1.3`, `1.3 Open points` at the start of an agenda line |
 * | a time or a duration | `at 1.30 pm`, `1.5 hours` |
 * | a range or a factor | `1.3-1.5`, `1.3 to 1.5 times` |
 */
const UNIT = new RegExp(
  "^ ?(?:%|‰|€|£|\\$|x\\b|×|k\\b|m\\b|bn\\b|[kmgt]i?b\\b|ms\\b|s\\b|sec|min|hours?\\b|hrs?\\b|h\\b|days?\\b|" +
    "weeks?\\b|months?\\b|years?\\b|am\\b|pm\\b|times\\b|million|billion|thousand|percent|points?\\b|gwei|" +
    "eth\\b|usd|eur|people|fte|px|pt\\b|em\\b|fps|ghz|mhz)",
  "i",
);
const BEFORE_SUM = new RegExp(
  "(?:[$€£§~≈#@/=<>]|\\b(?:section|sec\\.|chapter|figure|fig\\.?|table|appendix|clause|paragraph|page|" +
    "step|item|agenda|slide|part|level|phase|tier|layer|grade|score|rated|no\\.|number|id|room|about|" +
    "approximately|around|roughly|nearly|almost|over|under|than|x|factor of|times|average|averaged?|" +
    "costs?|tls|http|oauth|ipv|rfc|pep|es|c\\+\\+|java|unicode)) ?$",
  "i",
);
const BEHIND_WORD = /(?:[ -]|\s?\()(?:version |release |series |branch |milestone )?$/i;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}.+#_'-]/u;
/** Products whose names people write in lower case too. */
const PRODUCTS = new Set(
  (
    "aarch64 alpine android angular ansible apache aws babel bazel bootstrap bsd c centos chrome " +
    "chromium clang cmake conda cpython cuda cython debian deno django docker dotnet edge electron " +
    "elixir ember eslint express fedora firefox flask freebsd gcc git gitlab glibc go golang gradle " +
    "helm hadoop ie ios ipython java javascript jdk jenkins jest jquery jython k8s kernel kotlin " +
    "kubernetes libc libuv linux llvm lodash lua mac macos manylinux maven mongodb msvc musl mypy " +
    "mysql nginx node nodejs npm numpy nvm openssl oracle os osx pandas perl php postgres postgresql " +
    "powershell protobuf pypy pytest python pytorch rails react redis rhel ruby rust rustc safari " +
    "scala scipy setuptools solaris spark sphinx spring sqlite suse swift tensorflow terraform tls " +
    "typescript ubuntu unicode v8 virtualenv vite vue webpack wheel win windows xcode yaml yarn zlib"
  ).split(" "),
);
/** Words with a capital that come before a version of the project's own: starts of sentences, verbs, the calendar. */
const NO_PRODUCT = new Set(
  (
    "a after all also an and announce announcing any are as at backport be because before beta blocked " +
    "both branch but by close closed current currently cut defer deferred do done draft drop either " +
    "finish first fix fixed for freeze from get goal has have if in include into is issue issues it " +
    "land last latest let like make many maybe merge milestone milestones minor most move moved must " +
    "need needs new next no not now of on once one only or our out patch plan planning plans point " +
    "possible post postpone pre preparing probably project projects prs publish published push pushed " +
    "put question re ready regarding release released releases releasing remaining remove same " +
    "schedule see series ship shipped shipping should since skip slip slipped some soon stable start " +
    "status still support tag tagged tagging target targeted targeting that the then there these this " +
    "those through ticket till timeline to todo towards track triage upcoming until up update upgrade " +
    "use using v version versions via wait waiting want was we were what when where which while will " +
    "with within yay yes"
  ).split(" "),
);

/** Names that may come before a version of the project's own, in lower case. */
export interface Neighbors {
  readonly own: ReadonlySet<string>;
}

/** Whether the number between two offsets is no release of the project. */
export function isOtherNumber(text: string, start: number, end: number, { own }: Neighbors): boolean {
  if (UNIT.test(text.slice(end, end + 16))) return true;
  const before = text.slice(Math.max(0, start - 60), start);
  if (BEFORE_SUM.test(before)) return true;
  if (before.trim() === "" && isListNumber(text, end)) return true;
  if (/\d ?(?:-|–|to) ?$/.test(before) && !/\bv?\d+\.\d+ ?(?:-|–|to) ?$/.test(before)) return true;
  const word = wordBefore(before);
  return word !== null && isProduct(word, before, own);
}

/** The word before a number: `Python`, in `Python's version 3.8`. */
function wordBefore(before: string): string | null {
  const behind = BEHIND_WORD.exec(before)?.index;
  if (behind === undefined) return null;
  const word = endRun(before.slice(0, behind).replace(/'s$/i, ""), WORD_CHARACTER);
  const start = word.search(/\p{L}/u);
  return start === -1 ? null : word.slice(start);
}

/** `1.3 Open points` opens an agenda line; `20.3 is out` does not. */
function isListNumber(text: string, end: number): boolean {
  return /^\.?\)? \p{Lu}\p{Ll}+(?! (?:release|milestone)) /u.test(text.slice(end, end + 24));
}

function isProduct(word: string, before: string, own: ReadonlySet<string>): boolean {
  const name = trimEnd(word.toLowerCase().replace(/\.js$/, ""), /[.']/);
  if (own.has(name) || [...own].some((other) => other.startsWith(`${name}-`) && name.length > 3))
    return false;
  if (PRODUCTS.has(name)) return true;
  if (NO_PRODUCT.has(name) || !/^\p{Lu}/u.test(word)) return false;
  // The first word of a sentence has its capital from there.
  const lead = before.slice(0, before.lastIndexOf(word)).trimEnd();
  return lead !== "" && !/[.!?:;("'[]$/.test(lead);
}
