/** What nobody sees in a word, as a character and as HTML writes it; the mark at the head of a file is none of them. */
const UNSEEN =
  /(?!^)[\u00AD\u061C\u180E\u200B-\u200F\u2060-\u2064\uFEFF]|&(?:shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|NoBreak|#0{0,5}(?:173|820[3-7]|8288|65279)|#[xX]0{0,5}(?:[aA][dD]|200[b-fB-F]|2060|[fF][eE][fF][fF]));/g;
/** Letters that are others in bold, in italics or in a circle. */
const FANCY = /[\u24B6-\u24E9\u{1D400}-\u{1D7FF}]/gu;

/** A text as people read it, line for line: a mark of privacy is one whatever stands unseen in it. */
export function asSeen(source: string): string {
  return source.replace(UNSEEN, "").replace(FANCY, (letter) => letter.normalize("NFKC"));
}
