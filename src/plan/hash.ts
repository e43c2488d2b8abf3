import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** A short hash of a text: 16 hexadecimal digits of its SHA-256. Tells whether something changed; keeps no secret. */
export function hashText(text: string): string {
  if (text.length < LONG) return shortHash(text);
  if (last.text !== text) last = { text, hash: shortHash(text) };
  return last.hash;
}

/** Longer texts are those of many comments that quote the same. */
const LONG = 4096;
let last = { text: "", hash: "" };

function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 16);
}

/** 40 hexadecimal digits of its SHA-256: nobody makes two texts with the same. */
export function hashWhole(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.toWellFormed()))).slice(0, 40);
}

/** A short hash of plain data; positions of Markdown nodes do not count. */
export function hashTree(value: unknown): string {
  return hashText(printTree(value));
}

const printed = new WeakMap<object, string>();

/** Plain data as JSON without places; arrays are printed once, as quotes are in many comments. */
function printTree(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value, withoutPlaces) ?? "null";
  const known = printed.get(value) ?? `[${value.map(printTree).join(",")}]`;
  printed.set(value, known);
  return known;
}

const withoutPlaces = (key: string, part: unknown): unknown => (key === "position" ? undefined : part);
