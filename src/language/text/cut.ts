/** At most so many UTF-16 units of a text, cut between words where there are any; never half a character. */
export function cutText(value: string, limit: number): string {
  if (value.length <= limit) return value;
  if (limit < 2) return "";
  const head = value.slice(0, limit - 1);
  const space = head.search(/\s\S*$/);
  const cut = space > limit / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.trimEnd()}…`;
}
