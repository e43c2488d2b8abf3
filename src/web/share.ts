import type { Draft } from "./model/draft.ts";

/**
 * A draft in a link: compressed, in the fragment, which browsers send to nobody.
 */
export async function writeFragment(draft: Draft): Promise<string> {
  const stream = new Blob([JSON.stringify(draft)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return `#draft=${toBase64Url(bytes)}`;
}

/** The draft of a link. null where the fragment holds none, or one that was cut off. */
export async function readFragment(fragment: string): Promise<Draft | null> {
  const encoded = /^#draft=([\w-]+)$/.exec(fragment)?.[1];
  if (encoded === undefined) return null;
  try {
    const stream = new Blob([fromBase64Url(encoded)])
      .stream()
      .pipeThrough(new DecompressionStream("deflate-raw"));
    return asDraft(JSON.parse(await new Response(stream).text()));
  } catch {
    // A link that lost its end in an e-mail is no draft; the page says so.
    return null;
  }
}

function asDraft(value: unknown): Draft | null {
  if (typeof value !== "object" || value === null) return null;
  const { path, minutes, config, repository } = value as Record<string, unknown>;
  const isDraft = [path, minutes, config, repository].every((part) => typeof part === "string");
  return isDraft ? (value as Draft) : null;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
