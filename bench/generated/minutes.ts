/** Minutes that nobody held, in the shapes of those that people write: the same for the same number. */
export function generateMinutes(count: number): { path: string; source: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2019, 0, 2 + 7 * index)).toISOString().slice(0, 10);
    return { path: `meetings/${date}.md`, source: makePage(date, index) };
  });
}

const PEOPLE = [
  "Ada Byron @ada",
  "Grace Hop @grace",
  "Linus Teal @linus",
  "Mary Kettle @mary",
  "Tove Cup @tove",
];
const SUBJECTS = [
  "steep tea in parallel",
  "kettle: whistle earlier",
  "drop support for cups",
  "cache the leaves",
];
const TALK = [
  "Ada: the whistle comes too late, as `kettle.boil()` waits for the lid. Needs somebody who knows the lid.",
  "Grace: happy with that, but *not* before the release goes out on Friday, see https://example.org/plan.",
  "no objections so far; a few people asked for a flag, others would rather have it [configured](./config.md)",
  "Linus: could live with either, as long as the **default** stays what it is and the docs say so",
];

function makePage(date: string, index: number): string {
  const pick = <T>(values: readonly T[], offset: number): T | undefined =>
    values[(index + offset) % values.length];
  const topics = Array.from({ length: 6 + (index % 5) }, (_, at) => {
    const number = 100 + index * 7 + at;
    const title = `* ${pick(SUBJECTS, at)} [#${number}](https://github.com/octo/tea/pull/${number})`;
    const talk = Array.from({ length: 3 + ((index + at) % 6) }, (_, line) => `  * ${pick(TALK, at + line)}`);
    const closing =
      at % 2 === 0
        ? [`  * ACTION: ${pick(["Ada", "Grace", "Mary"], at)} to look at #${number + 1} by Friday`]
        : ["  * Agreed to merge, will go in 1.2"];
    return [title, ...talk, ...closing].join("\n");
  });
  return [
    `# Tea Committee Meeting ${date}`,
    `## Links\n\n* **Recording**: <https://video.example.org/${index}>\n* **GitHub Issue**: <https://github.com/octo/tea/issues/${index + 1}>`,
    `## Present\n\n${PEOPLE.slice(index % 2)
      .map((name) => `* ${name}`)
      .join("\n")}`,
    `## Agenda\n\n### octo/tea\n\n${topics.join("\n\n")}`,
    "## Upcoming Meetings\n\n* **Calendar**: <https://calendar.example.org>",
  ].join("\n\n");
}
