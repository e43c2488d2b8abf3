/** How earlier versions worded lines of an issue, and how they are worded now. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/^- \*\*Done,\*\* say\sthe\sminutes$/, "- **Status:** done"],
  [/^- \*\*Dropped,\*\* say\sthe\sminutes$/, "- **Status:** dropped"],
  [
    /^- \*\*Not assigned:\*\* GitHub does not list the login that is known as assignable in this repository$/,
    "- **Not assigned:** the owner's login can't be assigned in this repository",
  ],
  [
    /^- \*\*Not assigned:\*\* GitHub does not list (\d{1,5}) of the (\d{1,5}) logins that are known as assignable in this repository$/,
    "- **Not assigned:** $1 of the owners' $2 logins can't be assigned in this repository",
  ],
];

/** A line that Minutebook wrote, as this version writes it. */
export function asWordedNow(line: string): string {
  return REWORDED.reduce((text, [earlier, now]) => text.replace(earlier, now), line);
}
