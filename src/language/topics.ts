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

/** Of topics, outermost first, what those are about that are about anything, innermost first. */
function allSubjects(topics: readonly string[], owners: readonly string[]): readonly ReadonlySet<string>[] {
  return topics
    .toReversed()
    .map((title) => subjectsOf(title, owners))
    .filter((subjects) => subjects.size > 0);
}

/**
 * Whether the innermost subject is that of another place too, or of a topic around it: a list may sum its topics up.
 */
function isAround(
  [innermost]: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): boolean {
  return (
    innermost === undefined || others.some((subjects) => [...innermost].some((stem) => subjects.has(stem)))
  );
}

/**
 * Whether two places in minutes are about two things: the innermost topics that say what they are about share no word,
 * and none is around the other.
 *
 * @param topics - The titles of both, outermost first.
 * @param owners - Whose names are no subject: lists of actions may be by person.
 */
export function areOtherTopics(
  [one, other]: readonly [readonly string[], readonly string[]],
  owners: readonly string[],
): boolean {
  const [left, right] = [allSubjects(one, owners), allSubjects(other, owners)];
  if (left.length === 0 || right.length === 0) return false;
  return !isAround(left, right) && !isAround(right, left);
}
