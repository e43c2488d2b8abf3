import type { WordLists } from "./word-lists.ts";

/** A kind of meeting or text in front of what is done in it: every word of the one with every word of the other. */
const each = (before: string, behind: string): readonly string[] =>
  before.split("|").flatMap((one) => behind.split("|").map((other) => `${one} ${other}`));

/** English, in which teams of all languages mark things. */
export const englishWords: WordLists = {
  anywhere:
    "off the record|not for publication|not for public release|not for distribution|not for circulation|" +
    "not for attribution|not to be published|not to be minuted|not to be shared|not for the minutes|" +
    "not to be quoted|do not publish.|do not minute.|do not quote.|do not record this|do not share.|don't publish.|" +
    "don't minute.|don't quote.|don't share.|keep this private.|keep this confidential|" +
    "keep this between us|strictly between us|strictly confidential|strictly private|private and confidential|" +
    "in strict confidence|told in confidence|said in confidence|in executive session|for internal use only|" +
    "internal use only|eyes only|chatham house rule*|under embargo|embargoed until|embargoed till|" +
    "this is confidential|this is private.|that is confidential|that's confidential|treat as confidential|" +
    "treat this as confidential|must not leave this room|stays in this room|stays between us|attorney client privilege*|" +
    "strike from the record|strike this from the record|struck from the record|behind closed doors",
  leading:
    "executive session|exec session|in camera|closed door*|closed doors|under nda|not public|non public|nonpublic|" +
    "not for the public|not minuted|unminuted|in confidence|between us|sub rosa|for members only|commercial in confidence|" +
    each(
      "private|confidential|closed|internal|non public|board only|members only|restricted",
      "session|sessions|part|segment|portion|meeting|sitting|hearing",
    ).join("|") +
    "|" +
    each(
      "private|confidential|internal|sensitive|personnel|non public",
      "discussion|discussions|note|notes|remark|remarks|aside|minutes|matter|matters|business",
    ).join("|") +
    "|" +
    each("private|confidential", "section|sections|topic|topics|item|items|agenda|conversation").join("|"),
  alone:
    "private|privately|confidential|confidentially|in private|redacted|embargoed|embargo|nda|sensitive|secret|" +
    "top secret|classified|restricted|internal only|team internal|members only|member only|team only|board only|" +
    "council only|committee only|core team only|maintainers only|maintainer only|staff only|admins only|" +
    "organizers only|organisers only|employees only|invite only|private only|personal and confidential|" +
    "privileged|proprietary and confidential|confidential and proprietary",
  opens:
    "go off the record|goes off the record|going off the record|gone off the record|went off the record|" +
    "now off the record|off the record now|off the record from here|off the record from now|stop minuting|" +
    "moved in camera|move in camera|moves in camera|moving in camera|went in camera|go in camera|goes in camera|" +
    "going in camera|met in camera|meet in camera|" +
    each(
      each(
        "go|goes|going|went|gone|move|moves|moved|moving|adjourn|adjourns|adjourned|adjourning|recess|recessed|" +
          "switch|switched|switching|retire|retired|break|broke|breaking|over",
        "into|to|for",
      ).join("|") +
        "|enter|enters|entered|entering|begin|begins|began|start|starts|started|starting|convene|convenes|convened|" +
        "close for|closed for|closing for|opened|opening",
      "executive session|exec session|closed session|private session|confidential session|private part|" +
        "private section|closed part|the private part|the private section|the closed part|" +
        "the executive session|the closed session|the private session|an executive session|a closed session|" +
        "a private session",
    ).join("|"),
  closes:
    "back on the record|back on record|on the record again|back in public|public again|back to public|" +
    "end of the private*|end of the closed*|end of the executive*|end of the in camera*|end of the confidential*|" +
    "end of private*|end of closed*|end of executive*|end of in camera|end of confidential*|end of off the record|" +
    "end private*|end closed*|end executive*|end in camera|end confidential*|end off the record|" +
    "recording resum*|resumed recording|start minuting again|" +
    each(
      "executive session|closed session|private session|confidential session",
      "ended|ends|closed|concluded|adjourned|over",
    ).join("|") +
    "|" +
    each(
      "returned to|returns to|returning to|back to|back in|came back to|went back to|resumed in|resumed|reconvened in|" +
        "reconvened|moved back to",
      "open session|public session|regular session|the open session|the public session|the regular session|" +
        "the open meeting|the public meeting",
    ).join("|") +
    "|" +
    each(
      "came out of|comes out of|coming out of|went out of|exited|exits|left|leaves|out of|adjourned the|ended the",
      "executive session|closed session|private session|the executive session|the closed session|" +
        "the private session|in camera*|camera",
    ).join("|"),
};
