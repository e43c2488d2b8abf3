import type { RepositoryName } from "../minutes/meeting.ts";
import type { Memo } from "./narrow.ts";

/** The installation on a repository, and when GitHub said so, in milliseconds. */
export interface FoundInstallation {
  readonly id: number;
  readonly at: number;
}

/** When somebody changed an installation last: what was found before may be wrong. */
const CHANGED = "installations changed";

/** What processes leave to each other of where the app is installed. A database that is away stops nobody. */
export class SharedInstallations {
  readonly #memo: Memo | null;
  readonly #trustedMs: number;

  /** @param trustedMs - So long an answer of GitHub's is trusted, in milliseconds. */
  constructor(memo: Memo | null, trustedMs: number) {
    this.#memo = memo;
    this.#trustedMs = trustedMs;
  }

  /** null: nobody has found it lately. */
  async recall(repository: RepositoryName, now: number): Promise<FoundInstallation | null> {
    const [text, changed] = await Promise.all([this.#read(nameOf(repository)), this.#read(CHANGED)]);
    const [id = "", instant = ""] = text.split(" ");
    const at = Date.parse(instant);
    const isRecent = at <= now && now - at < this.#trustedMs;
    const isBefore = at <= Date.parse(changed);
    return isRecent && !isBefore ? { id: Number(id), at } : null;
  }

  async note(repository: RepositoryName, { id, at }: FoundInstallation): Promise<void> {
    await this.#write(nameOf(repository), `${id} ${new Date(at).toISOString()}`);
  }

  /** Forgets all that was found. */
  async forget(now: number): Promise<void> {
    await this.#write(CHANGED, new Date(now).toISOString());
  }

  async #read(name: string): Promise<string> {
    return (await this.#memo?.recallMemo(name).catch(() => null)) ?? "";
  }

  async #write(name: string, text: string): Promise<void> {
    await this.#memo?.saveMemo(name, text).catch(() => undefined);
  }
}

function nameOf(repository: RepositoryName): string {
  return `installation on ${repository.toLowerCase()}`;
}
