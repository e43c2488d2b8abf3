import { createPublicKey, generateKeyPairSync } from "node:crypto";

/** An app that no GitHub knows; its key is made by whoever starts the processes, and handed on to them. */
export function registration(): {
  readonly id: number;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly secret: string;
} {
  process.env.BENCH_PRIVATE_KEY ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
  const privateKey = process.env.BENCH_PRIVATE_KEY;
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  return { id: 1, publicKey, privateKey, secret: "a secret of the benchmark" };
}
