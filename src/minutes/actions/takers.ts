import { type KnownNames, readNames, somebody } from "../../language/names.ts";

const FIRST_PERSON = new RegExp(
  "(?:^|[\\s,.;:(])I(?:'ll| will| can| could| need to| should| have to| must| am going to|'m going to|" +
    " am|'d like to|'m| plan to| want to) ",
);

/** Whether the one who speaks takes it on: "I'll write it". */
export function isFirstPerson(text: string): boolean {
  return FIRST_PERSON.test(text);
}

/** Who takes it: the names right before "takes the action", or right behind "action on". null: nobody. */
export function readTaker(text: string, verb: number, people: KnownNames): readonly string[] | null {
  const onto = /^[Aa]ction(?: item| point)? (?:is )?(?:on|for|to|assigned to|goes to) /.exec(
    text.slice(verb, verb + 60),
  );
  if (onto !== null) return somebody(readNames(text, verb + onto[0].length, people)?.names ?? [], people);
  const before = Math.max(0, verb - 80);
  for (const match of text.slice(before, verb).matchAll(/(?:^|\s|[([])(?=[\p{L}@])/gu)) {
    const list = readNames(text, before + match.index + match[0].length, people);
    if (
      list !== null &&
      /^(?: \([^()]*\))?,?(?: (?:also|then|still|now|has|have|had|kindly|will|to))* ?$/.test(
        text.slice(list.end, verb),
      )
    )
      return somebody(list.names, people);
  }
  return null;
}
