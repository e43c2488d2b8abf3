import type { PrivateWords } from "../language.ts";

/** A kind of meeting or text in front of what is done in it: every word of the one with every word of the other. */
const each = (before: string, behind: string): readonly string[] =>
  before.split("|").flatMap((one) => behind.split("|").map((other) => `${one} ${other}`));

/** English, in which teams of all languages mark things. */
export const privacy: PrivateWords = {
  anywhere:
    "off the record|not for publication|not for public release|not for distribution|" +
    "not for circulation|not for attribution|not to be published|not to be minuted|not to be shared|" +
    "not for the minutes|not to be quoted|do not publish.|do not minute.|do not quote.|" +
    "do not record this|do not share.|don't publish.|don't minute.|don't quote.|don't share.|" +
    "keep this private.|keep this confidential|keep this between us|strictly between us|" +
    "strictly confidential|strictly private|private and confidential|in strict confidence|" +
    "told in confidence|said in confidence|in executive session|for internal use only|" +
    "internal use only|eyes only|chatham house rule*|under embargo|embargoed until|embargoed till|" +
    "this is confidential|this is private.|that is confidential|that's confidential|" +
    "treat as confidential|treat this as confidential|must not leave this room|stays in this room|" +
    "stays between us|attorney client privilege*|strike from the record|strike this from the record|" +
    "struck from the record|behind closed doors|not for the record|not for the notes|not for sharing.|" +
    "between you and me|keep it to yourself|keep this to yourself|keep this to yourselves|" +
    "keep that to yourselves|don't write this down|do not write this down|don't write that down|" +
    "do not write that down|doesn't leave this room|does not leave this room|doesn't leave the room|" +
    "does not leave the room|not leave the room|don't quote me|do not quote me|not be minuted|" +
    "not be recorded in the minutes|do not tweet this|don't tweet this|do not log this|" +
    "shared in confidence|shared confidentially|speaking privately|speaking confidentially|" +
    "told us confidentially|this is not public.|that is not public.|which is not public.|" +
    "which is confidential.|which is private.|" +
    each("strike this|strike that|strike it|stricken|struck", "from the minutes|from the notes").join("|") +
    "|strike that from the record|stricken from the record|" +
    each("not for", "wider distribution|further distribution|wider circulation|further circulation").join(
      "|",
    ) +
    "|" +
    each("not be shared|not to be shared", "outside|externally|publicly").join("|") +
    "|" +
    each(
      "notes are|minutes are|document is|meeting is|meeting was|discussion is|discussion was|session is|session was",
      "confidential|strictly confidential|private.|not public|for internal use",
    ).join("|") +
    "|" +
    each(
      "keep that|keep it|keep these|keep all this|keep all of this",
      "between us|private.|confidential.",
    ).join("|") +
    "|" +
    each("following is|following was|following are|next part is|next item is", "confidential|private.").join(
      "|",
    ) +
    "|" +
    each(
      "above is|above was|above are|preceding is|preceding was",
      "confidential|private.|not public.|secret.",
    ).join("|") +
    "|in closed session|in a closed session|in exec session|in an executive session",
  leading:
    "do not distribute.|don't distribute.|do not post.|don't post.|not yet public|" +
    "privileged and confidential|in private session|in confidential session|executive session|" +
    "exec session|in camera|closed door*|closed doors|under nda|not public|non public|nonpublic|" +
    "not for the public|not minuted|unminuted|in confidence|between us|sub rosa|for members only|" +
    "commercial in confidence|" +
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
    "privileged|proprietary and confidential|confidential and proprietary|for internal use|chatham house|" +
    "recording paused|recording stopped|recording off|recording is off|recorder off|recording turned off|" +
    "stopped recording|paused recording|" +
    each(
      "for",
      "the committee only|the board only|the council only|the team only|the core team only|staff only|maintainers only",
    ).join("|"),
  opens:
    "without the press and public|without press and public|private start|confidential start|" +
    "private begins|confidential begins|begin private.|begin confidential.|start private.|" +
    "start confidential.|" +
    each(
      "begin of|begin of the|beginning of|beginning of the|start of|start of the",
      "private part|private section|private notes|confidential part|confidential section|confidential notes|" +
        "closed part|closed section|closed session|private session|confidential session",
    ).join("|") +
    "|" +
    each(
      "continue|continues|continued|proceed|proceeds|proceeded|resumed|reconvened|sat|met|meets",
      "in closed session|in private session|in confidential session|in executive session|in a closed session|" +
        "in a private session|in private",
    ).join("|") +
    "|" +
    each(
      "observers|guests|visitors|the public|members of the public|the press and public|non members|attendees",
      "were asked to leave|was asked to leave|are asked to leave|left the room|left the meeting room",
    ).join("|") +
    "|go off the record|goes off the record|going off the record|gone off the record|went off the record|" +
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
  rest:
    each(
      "exclude|excluded|excluding|exclusion of|to exclude",
      "the press and public|press and public|the public and press|the public from|the press and the public",
    ).join("|") +
    "|exclusion of the public|public was excluded|public were excluded|public is excluded|" +
    each(
      "rest of the meeting|rest of this meeting|rest of the notes|rest of the minutes|remainder of the meeting|" +
        "rest of the call|the rest|everything below|all below|everything below this line|everything after this line|" +
        "everything from here|below this line",
      "is private|is confidential|is off the record|was off the record|was private|was confidential|was in camera|" +
        "is not public|was not public|is not for publication|was not minuted|is internal",
    ).join("|") +
    "|private below|confidential below|private below this line|confidential below this line|private from here|" +
    "confidential from here|off the record from here on|public minutes end|public notes end|public part ends|" +
    each(
      "end of",
      "public minutes|the public minutes|public part|the public part|public notes|public session",
    ).join("|") +
    "|end of the public session|end of open session|end of the open session",
  closes:
    "private stop|private end|private ends|confidential stop|confidential end|confidential ends|" +
    "stop private.|stop confidential.|public session resumed|open session resumed|" +
    "public were readmitted|public was readmitted|public readmitted|back on the record|back on record|" +
    "on the record again|back in public|public again|back to public|end of the private*|" +
    "end of the closed*|end of the executive*|end of the in camera*|end of the confidential*|" +
    "end of private*|end of closed*|end of executive*|end of in camera|end of confidential*|" +
    "end of off the record|end private*|end closed*|end executive*|end in camera|end confidential*|" +
    "end off the record|recording resum*|resumed recording|start minuting again|" +
    each(
      "executive session|closed session|private session|confidential session",
      "ended|ends|closed|concluded|adjourned|over",
    ).join("|") +
    "|" +
    each(
      "returned to|returns to|returning to|back to|back in|came back to|went back to|resumed in|resumed|" +
        "reconvened in|reconvened|moved back to",
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
