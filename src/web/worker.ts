import { type Draft, understand, type Understanding } from "./model/understand.ts";

export interface Question {
  readonly id: number;
  readonly draft: Draft;
}

export type Answer =
  | { readonly id: number; readonly understanding: Understanding }
  | { readonly id: number; readonly error: string };

// Reading and planning stay off the main thread, so that typing never waits for them.
self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  self.postMessage(answer(data));
});

function answer({ id, draft }: Question): Answer {
  try {
    return { id, understanding: understand(draft) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
