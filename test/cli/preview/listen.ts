/** What a preview's server says, event by event. */
export interface Events {
  /** The next event with its data. */
  readonly next: () => Promise<[name: string, data: unknown]>;
  readonly close: () => void;
}

/** Listens to a preview as its page does. */
export async function listen(url: string, file?: string): Promise<Events> {
  const stop = new AbortController();
  const query = file === undefined ? "" : `?file=${encodeURIComponent(file)}`;
  const { body } = await fetch(`${url}preview/events${query}`, { signal: stop.signal });
  if (body === null) throw new Error("The preview says nothing.");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async next() {
      for (;;) {
        const [whole, name = "", data = ""] = /^event: (\w+)\ndata: (.*)\n\n/.exec(text) ?? [];
        if (whole !== undefined) {
          text = text.slice(whole.length);
          return [name, JSON.parse(data)];
        }
        const { value, done } = await reader.read();
        if (done) throw new Error("The preview ended.");
        text += value;
      }
    },
    close: () => stop.abort(),
  };
}
