import { deserialize, serialize } from "node:v8";

/**
 * What was read, as bytes. Only workers look into it: the thread that answers webhooks hands it on, whose size anybody
 * may have chosen.
 */
export type Packed<Value> = Uint8Array & { readonly holds?: Value };

export function pack<Value>(value: Value): Packed<Value> {
  return serialize(value);
}

export function unpack<Value>(packed: Packed<Value>): Value {
  return deserialize(packed);
}
