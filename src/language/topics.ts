import { mayAnnounce } from "./announcements.ts";
import { allWords } from "./languages.ts";
import { contentStems, contentWords } from "./content-words.ts";

const GROUP_WORDS = allWords(({ content }) => content?.groupWords);

/** What a topic's title is about, as stems; empty where it only groups others, lists actions or names who does them. */
function subjectsOf(title: string, owners: readonly string[]): ReadonlySet<string> {
  if (mayAnnounce(title)) return new Set();
  const words = contentWords(title, owners).filter((word) => !GROUP_WORDS.has(word) && /\p{L}/u.test(word));
  return contentStems(words.join(" "));
}

/** Of topics, outermost first, what the innermost is about that is about anything. */
function subjectOf(topics: readonly string[], owners: readonly string[]): ReadonlySet<string> {
  return (
    topics
      .toReversed()
      .map((title) => subjectsOf(title, owners))
      .find((subjects) => subjects.size > 0) ?? new Set()
  );
}

/**
 * Whether two places in minutes are about two things: both topics say what they are about, and share no word of it.
 *
 * @param topics - The titles of both, outermost first.
 * @param owners - Whose names are no subject: lists of actions may be by person.
 */
export function areOtherTopics(
  [one, other]: readonly [readonly string[], readonly string[]],
  owners: readonly string[],
): boolean {
  const [left, right] = [subjectOf(one, owners), subjectOf(other, owners)];
  return left.size > 0 && right.size > 0 && [...left].every((stem) => !right.has(stem));
}
