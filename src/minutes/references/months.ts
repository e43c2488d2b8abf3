/** The name of a month; not the verb of "issue 12 may be closed". For patterns that ignore case. */
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|may(?! (?:\\p{L}+ly )?(?:also|be|become|break|cause|close|fix|get|go|have|help|land|make|mean|need|not|require|slip|still|take|turn|wait|want|well|work)\\b))\\b";
