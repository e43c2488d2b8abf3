import { generateKeyPairSync } from "node:crypto";

/** An app that no GitHub knows; its key is made by whoever starts the processes, and handed on to them. */
export function registration(): {
  readonly id: number;
  readonly privateKey: string;
  readonly secret: string;
} {
  process.env.BENCH_PRIVATE_KEY ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
  return { id: 1, privateKey: process.env.BENCH_PRIVATE_KEY, secret: "a secret of the benchmark" };
}
