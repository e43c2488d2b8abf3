import { findSecrets } from "./find-secrets.ts";

const FOUND = Symbol.for("minutebook.test.secrets");

/** Of this test file: what was seen in all that the program under test has said. */
function seen(): Set<string> {
  const own: Record<symbol, Set<string> | undefined> = Object(globalThis);
  const found = own[FOUND] ?? new Set<string>();
  own[FOUND] = found;
  return found;
}

/** Takes what the program under test says, at whatever level, to look for secrets in it. */
export function trace(text: string): void {
  for (const secret of findSecrets(text)) seen().add(secret);
}

/** The secrets in all that was traced so far, which is forgotten. */
export function takeSecrets(): readonly string[] {
  const found = [...seen()];
  seen().clear();
  return found;
}
