/** What nobody sees in a word, as a character and as HTML writes it; the mark at the head of a file is none of them. */
const UNSEEN = new RegExp(
  "(?!^)[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]|" +
    "&(?:shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|NoBreak|#0{0,5}(?:173|820[3-7]|8288|65279)|" +
    "#[xX]0{0,5}(?:[aA][dD]|200[b-fB-F]|2060|[fF][eE][fF][fF]));",
  "g",
);
/** Letters that are others in bold, in italics or in a circle. */
const FANCY = /[\u24B6-\u24E9\u{1D400}-\u{1D7FF}]/gu;

/** `P R I V A T E` */
const SPREAD = /(?<![\p{L}\p{N}])\p{Lu}(?: \p{Lu}){4,20}(?![\p{L}\p{N}])/gu;
const WORD = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Letters of Cyrillic and Greek, each with the Latin one that it looks like (Unicode's confusables.txt). */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  (
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh АA ВB ЕE КK МM НH ОO РP СC ТT ХX ІI " +
    "αa οo ρp νv ιi ΑA ΒB ΕE ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΧX"
  )
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/**
 * A text as people read it, line for line: a mark of privacy is one whatever its letters are and whatever is unseen
 * in it.
 */
export function asSeen(source: string): string {
  const seen = source
    .replace(UNSEEN, "")
    .replace(FANCY, (letter) => letter.normalize("NFKC"))
    .replace(SPREAD, (letters) => letters.replaceAll(" ", ""));
  return OTHER.test(seen) ? seen.replace(WORD, inOneScript) : seen;
}

/** A word in Latin letters, although some of another script that look like them are among its own. */
function inOneScript(word: string): string {
  if (!OTHER.test(word) || !LATIN.test(word)) return word;
  return [...word].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join("");
}
