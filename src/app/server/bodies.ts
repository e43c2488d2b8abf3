import type { IncomingMessage } from "node:http";
import { MAX_BODIES, MAX_BODY } from "./limits.ts";

/** Why there is no body: it was too long, others needed the room, or its sender went away. */
export type NoBody = "too long" | "no room" | "cut off";

interface Reading {
  size: number;
  readonly stop: (why: NoBody) => void;
}

/**
 * Reads bodies, all of which together have bounded room until they are whole. Where it is used up, the largest has to
 * go: what GitHub sends is small, and comes through while somebody else fills the room.
 */
export class Bodies {
  readonly #most: number;
  readonly #room: number;
  readonly #readings = new Set<Reading>();
  #used = 0;

  constructor(limits: { readonly most?: number; readonly room?: number } = {}) {
    this.#most = limits.most ?? MAX_BODY;
    this.#room = limits.room ?? MAX_BODIES;
  }

  /** @param onChunk - Sees each part as it comes. */
  read(
    request: IncomingMessage,
    onChunk: (chunk: Buffer) => void = () => undefined,
  ): Promise<Buffer | NoBody> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      const reading: Reading = { size: 0, stop: (why) => end(why) };
      const take = (chunk: Buffer): void => {
        reading.size += chunk.length;
        this.#used += chunk.length;
        chunks.push(chunk);
        onChunk(chunk);
        if (reading.size > this.#most) end("too long");
        else if (this.#used > this.#room) this.#makeRoom();
      };
      const finish = (): void => end(Buffer.concat(chunks));
      const breakOff = (): void => end("cut off");
      const end = (result: Buffer | NoBody): void => {
        if (!this.#readings.delete(reading)) return;
        this.#used -= reading.size;
        chunks.length = 0;
        request.off("data", take).off("end", finish).off("close", breakOff).off("error", breakOff);
        // Whoever refuses it resumes it.
        request.pause();
        resolve(result);
      };
      this.#readings.add(reading);
      request.on("data", take).on("end", finish).on("close", breakOff).on("error", breakOff);
    });
  }

  #makeRoom(): void {
    const [largest] = [...this.#readings].sort((one, other) => other.size - one.size);
    largest?.stop("no room");
  }
}
