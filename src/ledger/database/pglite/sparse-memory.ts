const PAGE = 64 * 1024;
const ZEROS = Buffer.alloc(PAGE);

/** What was in a memory: its pages that held something, by their number. */
export type Pages = ReadonlyMap<number, Buffer>;

/**
 * A WebAssembly memory that is copied and set back page by page, leaving alone those that nobody ever wrote: a page
 * that is only read takes no room. As much of a `Uint8Array` as PGlite's `initdb` uses.
 */
export class SparseMemory {
  readonly #bytes: () => Uint8Array;

  /** @param bytes - The memory as it is now: its buffer is another one after it has grown. */
  constructor(bytes: () => Uint8Array) {
    this.#bytes = bytes;
  }

  slice(): Pages {
    const used = this.#pages().flatMap((page, index) =>
      page.equals(ZEROS) ? [] : [[index, Buffer.from(page)] as const],
    );
    return new Map(used);
  }

  /** Sets the memory back to what it was; what has grown since is empty. */
  set(pages: Pages): void {
    for (const [index, page] of this.#pages().entries()) {
      const before = pages.get(index);
      if (before !== undefined) before.copy(page);
      else if (!page.equals(ZEROS)) page.fill(0);
    }
  }

  #pages(): readonly Buffer[] {
    const { buffer, byteLength } = this.#bytes();
    return Array.from({ length: byteLength / PAGE }, (_, index) => Buffer.from(buffer, index * PAGE, PAGE));
  }
}
