/** Patterns of secrets that must never be in a log: GitHub's own, and those of the tests. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "a token of GitHub": /\bgh[oprsu]_\w{20,}|\bgithub_pat_\w{20,}/,
  "a JSON web token": /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a header that authorizes": /authorization\W{1,6}(?:bearer|token|basic)\s+(?!\[redacted\])[^\s"']/i,
  "a webhook secret of a test": /\bs3cret\b|\ba secret of the test\b|\bquite another secret\b/,
  "a password of a database": /\bpostgres(?:ql)?:\/\/[^\s:@/]+:(?!…)[^\s@/]+@|\bhush-hush\b/,
};

/** Names the secrets in a text, each with its line, but never in full. */
export function findSecrets(text: string): readonly string[] {
  return text.split("\n").flatMap((line) =>
    Object.entries(SHAPES).flatMap(([what, shape]) => {
      const index = line.search(shape);
      return index < 0 ? [] : [`${what}: …${line.slice(Math.max(0, index - 60), index + 6)}…`];
    }),
  );
}
