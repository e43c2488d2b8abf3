import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A short hash of a text: 16 hexadecimal digits of its SHA-256. Tells whether something changed; keeps no secret. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 16);
}

/** 40 hexadecimal digits of its SHA-256: nobody makes two texts with the same. */
export function hashWhole(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 40);
}

/** A short hash of plain data; where nodes of Markdown stood does not count. */
export function hashTree(value: unknown): string {
  return hashText(JSON.stringify(value, (key, part: unknown) => (key === "position" ? undefined : part)));
}
