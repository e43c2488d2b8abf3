import type { Draft } from "./model/draft.ts";

export interface FollowEvents {
  /** The minutes that there are, newest first. */
  readonly onFiles: (paths: readonly string[]) => void;
  /** Minutes as they were saved just now. */
  readonly onDraft: (draft: Draft) => void;
  readonly onProblem: (message: string) => void;
  /** Whether the server is there. */
  readonly onConnection: (isThere: boolean) => void;
}

/** Where the server sends events about minutes on disk; null: the page is on a web host and follows nothing. */
export function findFollowed(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="minutebook-follows"]')?.content ?? null;
}

/**
 * Receives minutes as they are saved.
 *
 * @returns Follows other minutes, by their path.
 */
export function follow(address: string, events: FollowEvents): (path: string) => void {
  let source = listen(address, events);
  return (path) => {
    source.close();
    source = listen(`${address}?file=${encodeURIComponent(path)}`, events);
  };
}

/** What the server sends is ours; the browser connects again by itself where the server went away. */
function listen(address: string, { onFiles, onDraft, onProblem, onConnection }: FollowEvents): EventSource {
  const source = new EventSource(address);
  source.addEventListener("files", ({ data }) => onFiles(JSON.parse(data)));
  source.addEventListener("draft", ({ data }) => onDraft(JSON.parse(data)));
  source.addEventListener("problem", ({ data }) => onProblem(JSON.parse(data)));
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("error", () => onConnection(false));
  return source;
}
